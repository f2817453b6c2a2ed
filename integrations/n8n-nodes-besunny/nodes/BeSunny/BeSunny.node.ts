import { createHash } from "node:crypto";

import {
  type IDataObject,
  type IExecuteFunctions,
  type ILoadOptionsFunctions,
  type INodeExecutionData,
  type INodePropertyOptions,
  type INodeType,
  type INodeTypeDescription,
  NodeApiError,
  NodeConnectionTypes,
  NodeOperationError,
} from "n8n-workflow";
import { askApi, askList, isObject, objectOf } from "./ask-api";
import { fields } from "./fields";
import { operations } from "./operations";
import { requests } from "./requests";

/** Searches, asks, uploads and changes documents, decides approvals and lists action items. */
export class BeSunny implements INodeType {
  description: INodeTypeDescription = {
    displayName: "BeSunny",
    name: "beSunny",
    icon: {
      light: "file:../../icons/besunny.light.svg",
      dark: "file:../../icons/besunny.dark.svg",
    },
    group: ["transform"],
    version: 1,
    subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
    description: "Search, ask, upload and change documents in BeSunny, and decide approvals",
    defaults: { name: "BeSunny" },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: "beSunnyApi", required: true }],
    properties: [...operations, ...fields],
  };

  methods = {
    loadOptions: {
      async getTypes(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
        const { items } = objectOf(await askApi(this, { method: "GET", path: "/types" }));
        return choices(items, "name");
      },
      async getProjects(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
        return choices(await askList(this, { path: "/projects", most: 1_000 }), "id");
      },
    },
  };

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const results: INodeExecutionData[] = [];
    for (let item = 0; item < this.getInputData().length; item++) {
      try {
        const found = await performed(this, item);
        results.push(...found.map((json) => ({ json, pairedItem: { item } })));
      } catch (error) {
        if (!this.continueOnFail()) throw toldBy(this, error, item);
        const message = error instanceof Error ? error.message : String(error);
        results.push({ json: { error: message }, pairedItem: { item } });
      }
    }
    return [results];
  }
}

/** An error of the API says enough; others get the number of their item. */
function toldBy(node: IExecuteFunctions, error: unknown, itemIndex: number) {
  if (error instanceof NodeApiError) return error;
  const plain = error instanceof Error ? error : String(error);
  return new NodeOperationError(node.getNode(), plain, { itemIndex });
}

async function performed(node: IExecuteFunctions, item: number): Promise<IDataObject[]> {
  const read = (name: string) => String(node.getNodeParameter(name, item, ""));
  const options = (name: string) => objectOf(node.getNodeParameter(name, item, {}));
  const name = `${read("resource")}.${read("operation")}`;
  if (name === "document.upload") return [await uploaded(node, item, options("options"))];
  const request = requests[name]?.(read, options);
  if (!request)
    throw new NodeOperationError(node.getNode(), `The node has no operation ${name}`, {
      itemIndex: item,
    });
  const { list, isText, ...asked } = request;
  if (list) {
    const isAll = node.getNodeParameter("returnAll", item, false) === true;
    const most = isAll ? Number.POSITIVE_INFINITY : Number(read("limit"));
    return askList(node, { path: asked.path, qs: asked.qs ?? {}, most });
  }
  const isRead = asked.method === "GET" || asked.path === "/ask";
  const answer = await askApi(node, {
    ...asked,
    ...(isText && { json: false, encoding: "text" }),
    ...(!isRead && { headers: { "idempotency-key": onceKey(node, item, JSON.stringify(asked)) } }),
  });
  return [answer === "" ? { success: true } : objectOf(answer)];
}

async function uploaded(
  node: IExecuteFunctions,
  item: number,
  { projectId, title }: IDataObject,
): Promise<IDataObject> {
  const field = String(node.getNodeParameter("binaryField", item));
  const { fileName, mimeType } = node.helpers.assertBinaryData(item, field);
  const bytes = await node.helpers.getBinaryDataBuffer(item, field);
  const body = new FormData();
  if (projectId) body.append("projectId", String(projectId));
  if (title) body.append("title", String(title));
  const file = new Blob([new Uint8Array(bytes)], { type: mimeType });
  body.append("file", file, fileName ?? "document");
  const answer = await askApi(node, {
    method: "POST",
    path: "/documents",
    body: formOf(body),
    headers: { "idempotency-key": onceKey(node, item, bytes) },
  });
  return objectOf(answer);
}

/** n8n hands the form of the platform on as it is; its type names the form of a package that nodes may not depend on. */
function formOf(form: FormData): never {
  return form as never;
}

/** The same for each try of a request of this execution, so that a step that is tried again changes nothing twice. */
function onceKey(node: IExecuteFunctions, item: number, sent: string | Buffer): string {
  return createHash("sha256")
    .update(JSON.stringify([node.getExecutionId(), node.getNode().id, item]))
    .update(sent)
    .digest("hex");
}

function choices(items: unknown, value: "id" | "name"): INodePropertyOptions[] {
  if (!Array.isArray(items)) return [];
  return items.filter(isObject).map((each) => ({
    name: String(each.title ?? each.name),
    value: String(each[value]),
  }));
}
