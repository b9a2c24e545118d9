"""Every setting, read once from the environment (SIMMER_…) or a .env file."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from community.errors import Invalid


class Settings(BaseSettings):
    """What may differ from one machine to another."""

    model_config = SettingsConfigDict(
        env_prefix="SIMMER_", env_file=".env", extra="ignore", frozen=True
    )

    data_dir: Path = Field(default=Path("data"), description="The folder everything is kept in.")
    database_url: str = Field(
        default="", description="Another database than the one in the data folder."
    )
    chroma_url: str = Field(
        default="", description="A Chroma server instead of the index in the data folder."
    )
    llm_base_url: str = Field(
        default="", description="An OpenAI-compatible endpoint; without one Simmer works offline."
    )
    llm_api_key: SecretStr = Field(default=SecretStr(""), description="The key of the endpoint.")
    llm_model: str = Field(default="", description="The model to ask for at the endpoint.")
    llm_timeout: float = Field(default=30, gt=0, description="Seconds to wait for a completion.")
    llm_daily_tokens: int = Field(
        default=200_000, ge=0, description="Tokens a community may spend in one day."
    )
    llm_price_in: float | None = Field(
        default=None, ge=0, description="Price of a million tokens read; shown where both are set."
    )
    llm_price_out: float | None = Field(
        default=None, ge=0, description="Price of a million tokens written."
    )
    llm_currency: str = Field(default="USD", description="The currency of the two prices.")
    host: str = Field(default="127.0.0.1", description="The address to listen on.")
    port: int = Field(default=8377, ge=0, le=65535, description="The port to listen on.")
    base_url: str = Field(default="", description="How people reach Simmer; else http://HOST:PORT.")
    secret: SecretStr = Field(
        default=SecretStr(""),
        description="Signs the cookies; without one it is made and kept in the data folder.",
    )
    debounce: float = Field(
        default=2, ge=0, description="Seconds a room must rest before it is looked at."
    )
    undo_window: float = Field(
        default=10, ge=0, description="Seconds an accepted suggestion can be taken back."
    )
    session_days: int = Field(default=30, ge=1, description="Days a sign-in lasts.")
    link_hours: int = Field(default=72, ge=1, description="Hours a one-time link can be used.")
    import_limit: int = Field(
        default=1_000_000_000, ge=1, description="Bytes of the largest file that is imported."
    )

    webhooks_private: bool = Field(
        default=False, description="Whether webhooks may call addresses inside one's own network."
    )
    judge_claims: bool = Field(
        default=False, description="Whether a model reads the claims it distilled once more."
    )
    token_calls: int = Field(
        default=60, ge=1, description="Calls a token may make in one minute, of one process."
    )

    @property
    def store_url(self) -> str:
        """The database in use."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'simmer.db'}"

    @property
    def model_key(self) -> str:
        """The key of the endpoint, in plain."""
        return self.llm_api_key.get_secret_value()

    @property
    def embedded(self) -> bool:
        """Whether the database is a file of this machine."""
        return self.store_url.startswith("sqlite")

    @property
    def alone(self) -> bool:
        """Whether who holds the data folder works at its database alone."""
        return not self.database_url

    @property
    def address(self) -> str:
        """How people reach Simmer, without a slash at the end."""
        return self.base_url.rstrip("/") or f"http://{self.host}:{self.port}"


def read_settings() -> Settings:
    """The settings of this process; a wrong one is named in one sentence."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"SIMMER_{first['loc'][0]}".upper()
        raise Invalid("setting_invalid", name=name, problem=first["msg"]) from error
