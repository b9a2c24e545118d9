"""The two sample communities and how they are set up."""

from connectors.samples.loading import load_samples, sample_accounts
from connectors.samples.sample import SAMPLES, Sample

__all__ = ["SAMPLES", "Sample", "load_samples", "sample_accounts"]
