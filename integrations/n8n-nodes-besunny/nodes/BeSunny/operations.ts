import type { INodeProperties } from "n8n-workflow";

/** The things that the node works on, and what it can do with each. */
export const operations: INodeProperties[] = [
  {
    displayName: "Resource",
    name: "resource",
    type: "options",
    noDataExpression: true,
    options: [
      { name: "Action Item", value: "actionItem" },
      { name: "Approval", value: "approval" },
      { name: "Document", value: "document" },
    ],
    default: "document",
  },
  {
    displayName: "Operation",
    name: "operation",
    type: "options",
    noDataExpression: true,
    displayOptions: { show: { resource: ["document"] } },
    options: [
      {
        name: "Add to Project",
        value: "addToProject",
        description: "Add a document to a project",
        action: "Add a document to a project",
      },
      {
        name: "Ask",
        value: "ask",
        description: "Ask a question and get an answer with its sources",
        action: "Ask a question about documents",
      },
      {
        name: "Get",
        value: "get",
        description: "Get a document with its type, facts and summary",
        action: "Get a document",
      },
      {
        name: "Get Many",
        value: "getAll",
        description: "Get many documents",
        action: "Get many documents",
      },
      {
        name: "Get Text",
        value: "getText",
        description: "Get the text of a document",
        action: "Get the text of a document",
      },
      {
        name: "Search",
        value: "search",
        description: "Search passages of documents",
        action: "Search documents",
      },
      {
        name: "Set Title",
        value: "setTitle",
        description: "Give a document another title",
        action: "Set the title of a document",
      },
      {
        name: "Set Type",
        value: "setType",
        description: "Say of which type a document is",
        action: "Set the type of a document",
      },
      {
        name: "Upload",
        value: "upload",
        description: "Upload a file as a document",
        action: "Upload a document",
      },
    ],
    default: "search",
  },
  {
    displayName: "Operation",
    name: "operation",
    type: "options",
    noDataExpression: true,
    displayOptions: { show: { resource: ["approval"] } },
    options: [
      {
        name: "Decide",
        value: "decide",
        description: "Approve or reject what an automation asks",
        action: "Decide an approval",
      },
      {
        name: "Get",
        value: "get",
        description: "Get a question of an automation",
        action: "Get an approval",
      },
      {
        name: "Get Many",
        value: "getAll",
        description: "Get many questions that you are asked",
        action: "Get many approvals",
      },
    ],
    default: "getAll",
  },
  {
    displayName: "Operation",
    name: "operation",
    type: "options",
    noDataExpression: true,
    displayOptions: { show: { resource: ["actionItem"] } },
    options: [
      {
        name: "Get Many",
        value: "getAll",
        description: "Get many action items of meetings",
        action: "Get many action items",
      },
    ],
    default: "getAll",
  },
];
