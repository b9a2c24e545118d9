import { ApiError, writeHeaders } from "./call";

interface Refusal {
  code?: string;
  message?: string;
}

/** Send a file and tell how much of it has left, from 0 to 1. */
export function upload<T>(path: string, form: FormData, sent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(writeHeaders())) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) sent(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, "unreachable", ""));
    request.onload = () => {
      if (request.status < 300) {
        resolve(request.response as T);
        return;
      }
      const refusal = (request.response ?? {}) as Refusal;
      reject(new ApiError(request.status, refusal.code ?? "", refusal.message ?? ""));
    };
    request.send(form);
  });
}
