"""Which role may open which endpoint: the one table. A route that is not in it is not served."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from community import people
from community.people import Role
from community.token import Right

Scope = Literal["anyone", "account", "community", "any_community", "token"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Who may open an endpoint.

    'anyone' needs no sign-in, 'account' any signed-in person, 'community' one of `roles` in the
    community the path leads to, 'any_community' one of `roles` in any community, 'token' a program
    whose token has `right`.
    """

    scope: Scope
    roles: frozenset[Role] = frozenset()
    right: Right | None = None


ANYONE = Access(scope="anyone")
SIGNED_IN = Access(scope="account")
EVERY_MEMBER = Access(scope="community", roles=frozenset(Role))
DRAFTERS = Access(scope="community", roles=people.STAFF)
"""Experts and leaders see only the drafts that would be posted in their own name."""
HOSTS = Access(scope="community", roles=people.HOSTS)
KEEPERS = Access(scope="community", roles=people.RUNNING)
WATCHERS = Access(scope="community", roles=people.RUNNING | {Role.LEADER})
SIGNERS = Access(scope="community", roles=people.SIGNERS)
CARERS = Access(scope="community", roles=people.HOSTS | {Role.EXPERT})
PAIN_READERS = Access(scope="community", roles=people.RUNNING | {Role.EXPERT})
ASKING = Access(scope="token", right=Right.ASK)
READING = Access(scope="token", right=Right.READ)
UPKEEPERS = Access(scope="community", roles=people.RUNNING | {Role.EXPERT, Role.LEADER})
OWNER = Access(scope="community", roles=frozenset({Role.OWNER}))

ACCESS: Mapping[str, Access] = {
    "open_session": ANYONE,
    "close_session": SIGNED_IN,
    "read_me": SIGNED_IN,
    "set_language": SIGNED_IN,
    "set_language_here": EVERY_MEMBER,
    "list_scaffolds": SIGNED_IN,
    "list_suggestions": DRAFTERS,
    "review_suggestion": DRAFTERS,
    "undo_suggestion": DRAFTERS,
    "mark_suggestion_posted": DRAFTERS,
    "list_observations": HOSTS,
    "read_look": HOSTS,
    "list_quiet_weeks": HOSTS,
    "list_obligations": HOSTS,
    "list_obligation_weeks": HOSTS,
    "excuse_obligation": HOSTS,
    "reopen_obligation": HOSTS,
    "hand_over_obligation": HOSTS,
    "hand_over_obligations": HOSTS,
    "list_duties": HOSTS,
    "add_duty": HOSTS,
    "copy_duties": HOSTS,
    "hand_over_duty": HOSTS,
    "remove_duty": HOSTS,
    "list_zones": EVERY_MEMBER,
    "list_messages": EVERY_MEMBER,
    "post_message": EVERY_MEMBER,
    "edit_message": EVERY_MEMBER,
    "recall_message": EVERY_MEMBER,
    "add_reaction": EVERY_MEMBER,
    "remove_reaction": EVERY_MEMBER,
    "mark_read": EVERY_MEMBER,
    "read_thread": EVERY_MEMBER,
    "move_message": EVERY_MEMBER,
    "undo_correction": EVERY_MEMBER,
    "judge_mark": HOSTS,
    "list_signal_kinds": SIGNED_IN,
    "help_say": EVERY_MEMBER,
    "stream_events": EVERY_MEMBER,
    "list_distillations": SIGNERS,
    "read_distillation": SIGNERS,
    "review_claim": SIGNERS,
    "sign_distillation": SIGNERS,
    "start_distillation": CARERS,
    "start_period": CARERS,
    "approve_supported": SIGNERS,
    "merge_claims": SIGNERS,
    "split_claim": SIGNERS,
    "reject_distillation": SIGNERS,
    "restore_distillation": SIGNERS,
    "write_comment": SIGNERS,
    "settle_comment": SIGNERS,
    "unsettle_comment": SIGNERS,
    "hand_over_article": SIGNERS,
    "end_hand_over": SIGNERS,
    "ask_author": SIGNERS,
    "read_asked_of_me": EVERY_MEMBER,
    "answer_author_question": EVERY_MEMBER,
    "answer_quote_consent": EVERY_MEMBER,
    "make_review_pass": PAIN_READERS,
    "open_pass": ANYONE,
    "decide_by_pass": ANYONE,
    "sign_by_pass": ANYONE,
    "finish_pass": ANYONE,
    "read_round": SIGNERS,
    "read_running_round": SIGNERS,
    "begin_round": SIGNERS,
    "join_round": SIGNERS,
    "settle_point": SIGNERS,
    "step_back": SIGNERS,
    "vote_in_round": SIGNERS,
    "set_round_clock": SIGNERS,
    "end_round": SIGNERS,
    "draft_minutes": SIGNERS,
    "list_articles": EVERY_MEMBER,
    "read_article": EVERY_MEMBER,
    "find_article": EVERY_MEMBER,
    "withdraw_article": SIGNERS,
    "read_article_life": EVERY_MEMBER,
    "read_version": EVERY_MEMBER,
    "compare_versions": EVERY_MEMBER,
    "set_article_period": SIGNERS,
    "set_article_verifier": SIGNERS,
    "revise_article": SIGNERS,
    "supersede_article": SIGNERS,
    "archive_article": SIGNERS,
    "restore_article": SIGNERS,
    "list_due_articles": SIGNERS,
    "verify_articles": SIGNERS,
    "take_verifications_back": SIGNERS,
    "list_conflicts": SIGNERS,
    "settle_conflict": SIGNERS,
    "reopen_conflict": SIGNERS,
    "read_trust": UPKEEPERS,
    "read_assets": WATCHERS,
    "download_assets": WATCHERS,
    "read_echo": EVERY_MEMBER,
    "set_echo": EVERY_MEMBER,
    "read_trial": EVERY_MEMBER,
    "list_own_trials": EVERY_MEMBER,
    "answer_trial": EVERY_MEMBER,
    "sort_articles": SIGNERS,
    "print_article": EVERY_MEMBER,
    "plan_poster": EVERY_MEMBER,
    "draft_digest": HOSTS,
    "list_resources": EVERY_MEMBER,
    "add_resource": CARERS,
    "edit_resource": CARERS,
    "remove_resource": CARERS,
    "restore_resource": CARERS,
    "read_cohort": EVERY_MEMBER,
    "set_cohort": OWNER,
    "read_inherited": EVERY_MEMBER,
    "draft_relay": HOSTS,
    "download_everything": OWNER,
    "print_week": EVERY_MEMBER,
    "print_handbook": EVERY_MEMBER,
    "ask_question": EVERY_MEMBER,
    "stream_answer": EVERY_MEMBER,
    "list_my_questions": EVERY_MEMBER,
    "pass_on_question": EVERY_MEMBER,
    "rate_answer": EVERY_MEMBER,
    "see_reply": EVERY_MEMBER,
    "list_feedback": CARERS,
    "reply_to_feedback": SIGNERS,
    "resolve_questions": CARERS,
    "hand_on_questions": CARERS,
    "write_to_questions": CARERS,
    "list_questions": CARERS,
    "create_community": Access(scope="any_community", roles=people.RUNNING),
    "start_import": KEEPERS,
    "bring_file": CARERS,
    "read_import": KEEPERS,
    "paste_chat": KEEPERS,
    "preview_paste": KEEPERS,
    "undo_paste": KEEPERS,
    "list_members": KEEPERS,
    "set_member_role": OWNER,
    "make_member_link": KEEPERS,
    "read_settings": KEEPERS,
    "read_watched_rules": KEEPERS,
    "change_settings": OWNER,
    "read_budget": KEEPERS,
    "change_budget": OWNER,
    "list_days_off": KEEPERS,
    "list_removals": KEEPERS,
    "restore_removed": KEEPERS,
    "list_readings": KEEPERS,
    "read_about_me": EVERY_MEMBER,
    "download_about_me": EVERY_MEMBER,
    "set_opt_out": EVERY_MEMBER,
    "contest_reading": EVERY_MEMBER,
    "withdraw_contest": EVERY_MEMBER,
    "list_consents": EVERY_MEMBER,
    "give_consent": EVERY_MEMBER,
    "revoke_consent": EVERY_MEMBER,
    "list_seeds": EVERY_MEMBER,
    "answer_seed": EVERY_MEMBER,
    "list_appointments": KEEPERS,
    "set_appointments": KEEPERS,
    "list_pains": PAIN_READERS,
    "decide_pain": KEEPERS,
    "ask_about_pain": KEEPERS,
    "read_tap": EVERY_MEMBER,
    "answer_tap": EVERY_MEMBER,
    "read_health": WATCHERS,
    "download_health": WATCHERS,
    "ask_from_outside": ASKING,
    "search_from_outside": READING,
    "list_from_outside": READING,
    "read_from_outside": READING,
    "list_tokens": OWNER,
    "make_token": OWNER,
    "revoke_token": OWNER,
    "list_webhooks": OWNER,
    "add_webhook": OWNER,
    "pause_webhook": OWNER,
    "remove_webhook": OWNER,
    "restore_webhook": OWNER,
    "test_webhook": OWNER,
    "send_notice_again": OWNER,
    "read_doctor": Access(scope="any_community", roles=frozenset({Role.OWNER})),
}
