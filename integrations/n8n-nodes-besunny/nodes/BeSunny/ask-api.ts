import {
  type IDataObject,
  type IExecuteFunctions,
  type IHookFunctions,
  type IHttpRequestOptions,
  type ILoadOptionsFunctions,
  type IWebhookFunctions,
  type JsonObject,
  NodeApiError,
} from "n8n-workflow";

export type Asking = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;
type Asked = Omit<IHttpRequestOptions, "url"> & { path: string };

/** Asks the REST API with the credential of the node. Throws an error with the reason and the advice of the API. */
export async function askApi(node: Asking, { path, ...asked }: Asked): Promise<unknown> {
  const { url } = await node.getCredentials<{ url: string }>("beSunnyApi");
  try {
    return await node.helpers.httpRequestWithAuthentication.call(node, "beSunnyApi", {
      json: true,
      ...asked,
      url: `${url.replace(/\/+$/, "")}/api/v1${path}`,
    });
  } catch (error) {
    throw refused(node, error);
  }
}

/** Reads every page of a list, up to `most` items. */
export async function askList(
  node: Asking,
  { path, qs = {}, most }: { path: string; qs?: IDataObject; most: number },
): Promise<IDataObject[]> {
  const items: IDataObject[] = [];
  let cursor: string | undefined;
  do {
    const limit = Math.min(most - items.length, 100);
    const page = pageOf(
      await askApi(node, { method: "GET", path, qs: { ...qs, limit, ...(cursor && { cursor }) } }),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < most);
  return items.slice(0, most);
}

/** Returns an answer as an object; a text is its `text`. */
export function objectOf(answer: unknown): IDataObject {
  if (isObject(answer)) return answer;
  return typeof answer === "string" ? { text: answer } : {};
}

function pageOf(answer: unknown): { items: IDataObject[]; nextCursor: string | undefined } {
  const { items, nextCursor } = objectOf(answer);
  return {
    items: Array.isArray(items) ? items.filter(isObject) : [],
    nextCursor: typeof nextCursor === "string" ? nextCursor : undefined,
  };
}

/** JSON has no other objects than these. */
export function isObject(value: unknown): value is IDataObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An error of the API says what happened in `detail` and what to do in `hint`. */
function refused(node: Asking, error: unknown): NodeApiError {
  const problem = problemOf(error);
  const told = isObject(error) ? (error as JsonObject) : { message: String(error) };
  const message = typeof problem.detail === "string" ? problem.detail : undefined;
  const description = typeof problem.hint === "string" ? problem.hint : mistakesOf(problem.errors);
  return new NodeApiError(node.getNode(), told, {
    ...(message && { message }),
    ...(description && { description }),
    ...(typeof problem.status === "number" && { httpCode: String(problem.status) }),
  });
}

/** Each field that the API refused, with what is wrong with it. */
function mistakesOf(errors: unknown): string | undefined {
  if (!Array.isArray(errors)) return undefined;
  return errors
    .filter(isObject)
    .map(({ path, message }) => `${path}: ${message}`)
    .join("; ");
}

function problemOf(error: unknown): IDataObject {
  if (!isObject(error)) return {};
  const { response, context } = error;
  const data = isObject(response)
    ? (response.data ?? response.body)
    : isObject(context)
      ? context.data
      : undefined;
  if (isObject(data)) return data;
  if (typeof data !== "string") return {};
  try {
    return objectOf(JSON.parse(data));
  } catch {
    return {};
  }
}

export function statusOf(error: unknown): number | null {
  if (error instanceof NodeApiError) return Number(error.httpCode) || null;
  return null;
}
