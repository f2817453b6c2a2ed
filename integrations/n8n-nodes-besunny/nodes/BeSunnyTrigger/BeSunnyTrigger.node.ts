import {
  type IDataObject,
  type IHookFunctions,
  type ILoadOptionsFunctions,
  type INodePropertyOptions,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from "n8n-workflow";
import { askApi, askList, isObject, objectOf, statusOf } from "../BeSunny/ask-api";
import { messageOf } from "./message-of";

type Endpoint = { id: string; secret: string };

/** Starts a workflow when something happens in BeSunny. It makes a webhook there while the workflow is active. */
export class BeSunnyTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: "BeSunny Trigger",
    name: "beSunnyTrigger",
    icon: {
      light: "file:../../icons/besunny.light.svg",
      dark: "file:../../icons/besunny.dark.svg",
    },
    group: ["trigger"],
    version: 1,
    subtitle: '={{$parameter["events"].join(", ")}}',
    description: "Starts the workflow when something happens in BeSunny",
    defaults: { name: "BeSunny Trigger" },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: "beSunnyApi", required: true }],
    webhooks: [
      { name: "default", httpMethod: "POST", responseMode: "onReceived", path: "webhook" },
    ],
    properties: [
      {
        displayName: "Event Names or IDs",
        name: "events",
        type: "multiOptions",
        typeOptions: { loadOptionsMethod: "getEvents" },
        description:
          'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
        default: ["document.ready"],
        required: true,
      },
      {
        displayName: "Project Names or IDs",
        name: "projectIds",
        type: "multiOptions",
        typeOptions: { loadOptionsMethod: "getProjects" },
        description:
          'Only documents of these projects. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
        default: [],
      },
      {
        displayName: "Add the Document",
        name: "addDocument",
        type: "boolean",
        default: true,
        description:
          "Whether to read the document of the event and add it. Messages themselves have no content.",
      },
    ],
  };

  methods = {
    loadOptions: {
      async getEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
        const { events } = objectOf(await askApi(this, { method: "GET", path: "/webhooks" }));
        return Array.isArray(events)
          ? events.map((name) => ({ name: wordsOf(String(name)), value: String(name) }))
          : [];
      },
      async getProjects(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
        const found = await askList(this, { path: "/projects", most: 1_000 });
        return found.map(({ id, name }) => ({ name: String(name), value: String(id) }));
      },
    },
  };

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        const endpoint = kept(this);
        if (!endpoint) return false;
        const found = await orNull(() =>
          askApi(this, { method: "GET", path: `/webhooks/${endpoint.id}` }),
        );
        if (isObject(found) && found.state === "on" && isSame(found, wanted(this))) return true;
        if (found) await remove(this, endpoint);
        return false;
      },
      async create(this: IHookFunctions): Promise<boolean> {
        const answer = objectOf(
          await askApi(this, { method: "POST", path: "/webhooks", body: wanted(this) }),
        );
        const { webhook, secret } = answer;
        keep(this, { id: String(objectOf(webhook).id), secret: String(secret) });
        return true;
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        const endpoint = kept(this);
        if (endpoint) await remove(this, endpoint);
        return true;
      },
    },
  };

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    const request = this.getRequestObject();
    if (!request.rawBody) await request.readRawBody();
    const { secret } = kept(this) ?? {};
    const message = messageOf({ secret, body: request.rawBody, headers: this.getHeaderData() });
    if (!message) {
      this.getResponseObject().status(401).json({ message: "The signature does not fit" });
      return { noWebhookResponse: true };
    }
    const { documentId } = objectOf(message.data);
    if (this.getNodeParameter("addDocument", true) === true && typeof documentId === "string") {
      const path = `/documents/${encodeURIComponent(documentId)}`;
      message.document = objectOf(await orNull(() => askApi(this, { method: "GET", path })));
    }
    return { workflowData: [this.helpers.returnJsonArray(message)] };
  }
}

/** One endpoint for each address: the address for tests is another than that of the active workflow. */
function endpoints(node: IHookFunctions | IWebhookFunctions): IDataObject {
  const data = node.getWorkflowStaticData("node");
  if (!isObject(data.endpoints)) data.endpoints = {};
  return objectOf(data.endpoints);
}

function kept(node: IHookFunctions | IWebhookFunctions): Endpoint | null {
  const found = endpoints(node)[node.getNodeWebhookUrl("default") ?? ""];
  if (!isObject(found)) return null;
  const { id, secret } = found;
  return typeof id === "string" && typeof secret === "string" ? { id, secret } : null;
}

function keep(node: IHookFunctions, endpoint: Endpoint | undefined): void {
  const all = endpoints(node);
  const url = node.getNodeWebhookUrl("default") ?? "";
  node.getWorkflowStaticData("node").endpoints = { ...all, [url]: endpoint };
}

function wanted(node: IHookFunctions) {
  const name = `n8n: ${node.getWorkflow().name ?? node.getNode().name}`.slice(0, 80);
  return {
    name,
    url: node.getNodeWebhookUrl("default") ?? "",
    events: strings(node.getNodeParameter("events", [])),
    projectIds: strings(node.getNodeParameter("projectIds", [])),
  };
}

function isSame(found: IDataObject, { url, events, projectIds }: ReturnType<typeof wanted>) {
  const same = (one: unknown, other: string[]) =>
    JSON.stringify(strings(one).toSorted()) === JSON.stringify([...new Set(other)].toSorted());
  return found.url === url && same(found.events, events) && same(found.projectIds, projectIds);
}

/** Removes an endpoint; one that is gone is removed already. */
async function remove(node: IHookFunctions, { id }: Endpoint): Promise<void> {
  await orNull(async () => {
    await askApi(node, { method: "DELETE", path: `/webhooks/${id}` });
    return null;
  });
  keep(node, undefined);
}

/** Returns null for what is not there. */
function orNull<Result>(ask: () => Promise<Result>): Promise<Result | null> {
  return ask().catch((error: unknown) => (statusOf(error) === 404 ? null : Promise.reject(error)));
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function wordsOf(name: string): string {
  const words = name.replaceAll(/[._]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
