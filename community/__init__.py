"""What was said and who may do what: values and rules; imports nothing of ours."""
