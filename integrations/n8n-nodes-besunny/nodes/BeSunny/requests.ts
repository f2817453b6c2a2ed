import type { IDataObject, IHttpRequestMethods } from "n8n-workflow";

/** The request of an operation to the REST API. `list` names the operations that answer in pages. */
export type BeSunnyRequest = {
  method: IHttpRequestMethods;
  path: string;
  qs?: IDataObject;
  body?: IDataObject;
  list?: true;
  /** The answer is text and no JSON. */
  isText?: true;
};

/** Reads a parameter of the node; an empty one is an empty string. */
export type Read = (name: string) => string;
type Options = (name: "options" | "filters") => IDataObject;
type Make = (read: Read, options: Options) => BeSunnyRequest;

const part = (value: string) => encodeURIComponent(value.trim());

/** One request for each operation, but for uploads, which send a file. Keys are `resource.operation`. */
export const requests: Readonly<Record<string, Make>> = {
  "document.search": (read, options) => ({
    method: "GET",
    path: "/search",
    qs: filled({ q: read("query"), limit: Number(read("limit")), ...options("filters") }),
  }),
  "document.ask": (read, options) => ({
    method: "POST",
    path: "/ask",
    body: { question: read("question"), scope: filled(options("filters")), stream: false },
  }),
  "document.get": (read) => ({ method: "GET", path: `/documents/${part(read("documentId"))}` }),
  "document.getText": (read) => ({
    method: "GET",
    path: `/documents/${part(read("documentId"))}/text`,
    qs: { format: read("format") },
    isText: true,
  }),
  "document.getAll": (_read, options) => ({
    method: "GET",
    path: "/documents",
    qs: filled(options("filters")),
    list: true,
  }),
  "document.setType": (read) => ({
    method: "PATCH",
    path: `/documents/${part(read("documentId"))}`,
    body: { type: read("type") },
  }),
  "document.setTitle": (read) => ({
    method: "PATCH",
    path: `/documents/${part(read("documentId"))}`,
    body: { title: read("title") },
  }),
  "document.addToProject": (read, options) => ({
    method: "PUT",
    path: `/projects/${part(read("projectId"))}/documents/${part(read("documentId"))}`,
    qs: filled({ isConfirmed: options("options").isConfirmed }),
  }),
  "approval.getAll": (read) => ({
    method: "GET",
    path: "/approvals",
    qs: { state: read("state") },
    list: true,
  }),
  "approval.get": (read) => ({ method: "GET", path: `/approvals/${part(read("approvalId"))}` }),
  "approval.decide": (read, options) => ({
    method: "POST",
    path: `/approvals/${part(read("approvalId"))}/decide`,
    body: filled({ vote: read("vote"), seen: read("seen"), note: options("options").note }),
  }),
  "actionItem.getAll": (_read, options) => ({
    method: "GET",
    path: "/actions",
    qs: filled(options("filters")),
    list: true,
  }),
};

/** Leaves out what a person left empty: the API refuses an empty text where it expects a value. */
function filled(given: IDataObject): IDataObject {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== "" && value !== undefined && value !== null && value !== false,
    ),
  );
}
