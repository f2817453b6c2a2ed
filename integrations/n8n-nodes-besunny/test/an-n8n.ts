import type {
  IDataObject,
  IExecuteFunctions,
  IHookFunctions,
  IHttpRequestOptions,
  ILoadOptionsFunctions,
  INodeProperties,
  INodeType,
  IWebhookFunctions,
} from "n8n-workflow";

type Ask = (request: Request) => Promise<Response>;
type Parameters = Record<string, unknown>;
export type Endpoint = { hook: IHookFunctions; webhook: (given: Arrived) => IWebhookFunctions };
type Arrived = {
  body: string;
  headers: Record<string, string>;
  answered?: (status: number) => void;
};

const file = { name: "lease.txt", type: "text/plain", text: "The rent is 900 a month." };
const URL_OF_API = "https://documents.example";

/**
 * The part of n8n that nodes use, as its types say, with requests that `ask` answers. A parameter that a test leaves out has the default of
 * the description. A parameter that the description does not have is an error, as it is in n8n.
 */
export function anN8n(node: INodeType, { ask, key }: { ask: Ask; key: string }) {
  const requests: { method: string; path: string }[] = [];
  let isTolerant = false;

  async function httpRequestWithAuthentication(
    credential: string,
    { method = "GET", url, qs = {}, headers = {}, body, json, encoding }: IHttpRequestOptions,
  ): Promise<unknown> {
    if (credential !== "beSunnyApi") throw new Error(`There is no credential ${credential}`);
    const address = new URL(url);
    for (const [name, value] of Object.entries(qs)) address.searchParams.set(name, String(value));
    const isForm = body instanceof FormData;
    const sent = isForm ? body : body === undefined ? undefined : JSON.stringify(body);
    requests.push({ method, path: address.pathname });
    const response = await ask(
      new Request(address, {
        method,
        headers: {
          ...Object.fromEntries(Object.entries(headers).map(([name, each]) => [name, `${each}`])),
          authorization: `Bearer ${key}`,
          ...(!isForm && sent !== undefined && { "content-type": "application/json" }),
        },
        ...(sent !== undefined && { body: sent }),
      }),
    );
    const text = await response.text();
    const isText = json === false || encoding === "text" || text === "";
    const data: unknown = isText ? text : JSON.parse(text);
    if (response.ok) return data;
    const { status } = response;
    throw Object.assign(new Error(`Request failed with status code ${status}`), {
      response: { status, data: typeof data === "string" ? safely(data) : data },
    });
  }

  const given = (parameters: Parameters) => (name: string, _item?: unknown, fallback?: unknown) => {
    const fitting = node.description.properties.filter((each) => each.name === name);
    if (fitting.length === 0) throw new Error(`The node has no parameter ${name}`);
    if (name in parameters) return parameters[name];
    const value = fitting.find((each) => isShown(each, parameters))?.default ?? fallback;
    if (value === undefined) throw new Error(`Could not get parameter ${name}`);
    return value;
  };

  const shared = (parameters: Parameters) => ({
    getNode: () => ({ id: "n1", name: "A node", type: node.description.name, typeVersion: 1 }),
    getCredentials: async () => ({ url: `${URL_OF_API}/`, apiKey: key }),
    getNodeParameter: given(parameters),
    continueOnFail: () => isTolerant,
    helpers: {
      httpRequestWithAuthentication,
      returnJsonArray: (json: IDataObject) => [{ json }],
      assertBinaryData: () => ({ fileName: file.name, mimeType: file.type, data: "" }),
      getBinaryDataBuffer: async () => Buffer.from(file.text),
    },
  });

  return {
    requests,
    tolerate: () => {
      isTolerant = true;
    },
    async run(parameters: Parameters, { execution = "7" } = {}): Promise<IDataObject[]> {
      const functions = {
        ...shared(parameters),
        getInputData: () => [{ json: {} }],
        getExecutionId: () => execution,
      };
      if (!node.execute) throw new Error("The node starts workflows and is not run");
      const [items = []] = itemsOf(await node.execute.call(asExecute(functions)));
      return items.map(({ json }) => json);
    },
    load(method: string) {
      const load = node.methods?.loadOptions?.[method];
      if (!load) throw new Error(`The node does not load ${method}`);
      return load.call(asLoad(shared({})));
    },
    endpoint(parameters: Parameters, url: string, data: IDataObject = {}): Endpoint {
      const functions = {
        ...shared(parameters),
        // Hooks and webhooks have no items: their second argument is the fallback.
        getNodeParameter: (name: string, fallback?: unknown) =>
          given(parameters)(name, undefined, fallback),
        getNodeWebhookUrl: () => url,
        getWorkflow: () => ({ id: "w1", name: "A workflow", active: true }),
        getWorkflowStaticData: () => data,
      };
      return {
        hook: asHook(functions),
        webhook: ({ body, headers, answered }) =>
          asWebhook({
            ...functions,
            getHeaderData: () => headers,
            getRequestObject: () => ({ rawBody: Buffer.from(body) }),
            getResponseObject: () => ({
              status: (status: number) => {
                answered?.(status);
                return { json: () => undefined };
              },
            }),
          }),
      };
    },
  };
}

/** A field that is not shown has no value in n8n. */
function isShown({ displayOptions }: INodeProperties, parameters: Parameters): boolean {
  return Object.entries(displayOptions?.show ?? {}).every(([name, values]) =>
    values?.some((value) => value === (parameters[name] ?? false)),
  );
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A node is given the parts of n8n that it uses; each has hundreds of others. */
const itemsOf = (result: unknown) => result as { json: IDataObject }[][];
const asExecute = (functions: object) => functions as IExecuteFunctions;
const asLoad = (functions: object) => functions as ILoadOptionsFunctions;
const asHook = (functions: object) => functions as IHookFunctions;
const asWebhook = (functions: object) => functions as IWebhookFunctions;
