import type { Facts } from "@/words/sentence";

/** A refusal of the API with its sentence, already in the person's language. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Facts;

  constructor(status: number, code: string, message: string, facts: Facts = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.facts = facts;
  }
}

interface Refusal {
  code?: string;
  message?: string;
  facts?: Facts;
}

const spoken = { language: "zh", csrf: "" };

export function speak(language: string): void {
  spoken.language = language;
}

export function carryToken(csrf: string): void {
  spoken.csrf = csrf;
}

export function writeHeaders(): Record<string, string> {
  return { "Accept-Language": spoken.language, "X-CSRF-Token": spoken.csrf };
}

async function refusalOf(response: Response): Promise<ApiError> {
  const refusal = (await response.json().catch(() => ({}))) as Refusal;
  return new ApiError(response.status, refusal.code ?? "", refusal.message ?? "", refusal.facts);
}

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const init: RequestInit = { method, headers: writeHeaders(), credentials: "same-origin" };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...writeHeaders(), "Content-Type": "application/json" };
  }
  return fetch(path, init).catch(() => {
    throw new ApiError(0, "unreachable", "");
  });
}

/** Ask the API and read its JSON; an empty answer reads as null. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}

export function read<T>(path: string): Promise<T> {
  return call<T>("GET", path);
}

export function post<T>(path: string, body?: unknown): Promise<T> {
  return call<T>("POST", path, body ?? {});
}
