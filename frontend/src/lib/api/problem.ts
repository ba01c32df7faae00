import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type Fault = components['schemas']['Fault'];

/** A problem that the server returned (RFC 9457). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** The server's errors about the part of the request that `pointer` names. */
  faultsAt(pointer: string): string[] {
    return (this.problem.errors ?? [])
      .filter((fault) => fault.pointer === pointer)
      .map((fault) => fault.detail);
  }
}

/** The problem in a response, or a substitute if it has none, as with a proxy's error page. */
export function problemOf(response: Response, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'title' in body && 'status' in body) {
    return new ApiProblem(body as Problem);
  }
  return new ApiProblem({
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  });
}
