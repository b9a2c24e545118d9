"""Put together: the composition root, HTTP, jobs and commands."""
