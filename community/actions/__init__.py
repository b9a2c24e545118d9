"""What people do, by noun: load, ask the domain, save, leave a Job; one transaction each."""
