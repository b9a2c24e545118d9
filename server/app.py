"""The HTTP side: every router behind one door, one shape of error, and the built pages."""

from functools import cache

from fastapi import APIRouter, Depends, FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from server import errors, pages
from server.api import (
    about_me,
    agreed,
    appointments,
    articles,
    asked_of_me,
    asking,
    assets,
    beside,
    brought,
    budget,
    cohorts,
    communities,
    conflicts,
    distillations,
    distilled_periods,
    doctor,
    duties,
    echoes,
    events,
    everything,
    feedbacks,
    found_articles,
    health,
    heard,
    house_rules,
    imports,
    obligations,
    observations,
    outside,
    pains,
    passes,
    pastes,
    printed,
    questions,
    quiet_weeks,
    readings,
    removals,
    reshaping,
    resources,
    rounds,
    running_rounds,
    scaffolds,
    session,
    settings,
    signing,
    suggestions,
    taps,
    tokens,
    trust,
    upkeep,
    versions,
    webhooks,
    zones,
)
from server.auth import authorize
from server.deps import Deps

LARGEST_BODY = 1_000_000
"""Bytes of a request; only a file to import may be larger."""
SMALLEST_PACKED = 1024
"""Bytes from which an answer is compressed; a stream of events never is, each line goes at once."""

ROUTERS: tuple[APIRouter, ...] = tuple(
    module.router
    for module in (
        session,
        settings,
        signing,
        house_rules,
        budget,
        removals,
        suggestions,
        observations,
        quiet_weeks,
        obligations,
        duties,
        zones,
        heard,
        scaffolds,
        events,
        distilled_periods,
        distillations,
        reshaping,
        beside,
        asked_of_me,
        passes,
        pastes,
        rounds,
        running_rounds,
        articles,
        printed,
        everything,
        cohorts,
        resources,
        asking,
        questions,
        feedbacks,
        found_articles,
        communities,
        readings,
        about_me,
        agreed,
        appointments,
        imports,
        brought,
        doctor,
        health,
        pains,
        taps,
        outside,
        tokens,
        webhooks,
        upkeep,
        versions,
        conflicts,
        trust,
        echoes,
        assets,
    )
)


@cache
def api_routes() -> tuple[BaseRoute, ...]:
    """Every endpoint behind the door; what FastAPI works out of them is shared by all apps."""
    api = APIRouter(
        max_body_size=LARGEST_BODY, generate_unique_id_function=lambda route: route.name
    )
    for router in ROUTERS:
        api.include_router(
            router,
            prefix="/api",
            dependencies=[Depends(authorize)],
            responses=errors.PROBLEMS,
        )
    return tuple(api.routes)


def create_app(deps: Deps) -> FastAPI:
    """The whole HTTP side of Simmer; a route that the table of access lacks is not served."""
    app = FastAPI(
        title="Simmer",
        version="0.1.0",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        max_body_size=LARGEST_BODY,
        routes=list(api_routes()),
    )
    app.state.deps = deps
    app.add_middleware(GZipMiddleware, minimum_size=SMALLEST_PACKED)
    errors.install(app)
    pages.install(app)
    return app


def operations() -> frozenset[str]:
    """The names of all endpoints, as the table of access knows them."""
    return frozenset(
        route.name for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)
    )
