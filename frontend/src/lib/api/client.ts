import createClient, { type Client } from 'openapi-fetch';
import { markExact, writeExact } from '@/lib/json/exactJson';
import { problemOf } from './problem';
import type { components, paths } from './schema';

export type Api = Client<paths>;
export type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type TaskDetail = Schemas['TaskDetail'];
export type TaskPage = Schemas['TaskPage'];
export type TaskState = Schemas['TaskState'];
export type TaskType = Schemas['TaskType'];
export type User = Schemas['User'];

/** The application's base address, without a slash at the end. All other addresses are relative to it. */
export function applicationUrl(): string {
  return new URL('.', document.baseURI).href.replace(/\/$/, '');
}

export function createApi(baseUrl: string, fetch: (request: Request) => Promise<Response>): Api {
  return createClient<paths>({
    baseUrl,
    fetch: async (request) => exact(await fetch(request)),
    bodySerializer: (body) => writeExact(body),
  });
}

/** The same response, whose numbers keep every digit when parsed. */
async function exact(response: Response): Promise<Response> {
  if (response.body === null || !/[/+]json\b/.test(response.headers.get('Content-Type') ?? '')) {
    return response;
  }
  const { status, statusText, headers } = response;
  return new Response(markExact(await response.text()), { status, statusText, headers });
}

interface ApiResult<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Returns the data of a response, or throws its problem. */
export async function dataOf<T>(call: Promise<ApiResult<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw problemOf(response, error);
  }
  return data as T;
}
