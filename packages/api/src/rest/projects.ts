import { fileDocuments } from "@besunny/core/documents/file-documents";
import { getDocument } from "@besunny/core/documents/get-document";
import { projectId } from "@besunny/core/ids";
import { archiveProject } from "@besunny/core/projects/archive-project";
import { Project } from "@besunny/core/projects/contract";
import { createProject } from "@besunny/core/projects/create-project";
import { getProject } from "@besunny/core/projects/get-project";
import { listProjects } from "@besunny/core/projects/list-projects";
import { updateProject } from "@besunny/core/projects/update-project";
import { pageOf } from "@besunny/core/shapes";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "./contract";
import { ofDocument } from "./documents";
import { offers } from "./offers";
import { paging, yesOrNo } from "./wire";

const tags = ["Projects"];
const ofProject = z.object({ id: projectId });
const confirmation = z.object({
  isConfirmed: yesOrNo.optional().openapi({
    description: "Confirms that this shows documents to the whole workspace",
  }),
});
const filing = ofProject.extend({ documentId: ofDocument.shape.id });
const project = answers({ 200: { description: "The project", schema: Project } });

const list = createRoute({
  method: "get",
  path: "/projects",
  operationId: "listProjects",
  ...offers(listProjects),
  tags,
  summary: "List the projects that you may see, newest first.",
  request: {
    query: listProjects.input.extend({ ...paging, archived: yesOrNo.optional() }),
  },
  responses: answers({ 200: { description: "A page of projects", schema: pageOf(Project) } }),
});

const create = createRoute({
  method: "post",
  path: "/projects",
  operationId: "createProject",
  ...offers(createProject),
  tags,
  summary: "Create a project. You become its lead.",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: createProject.input.strict() } },
    },
  },
  responses: answers({
    201: { description: "The project", schema: Project, headers: ["Location"] },
  }),
});

const get = createRoute({
  method: "get",
  path: "/projects/{id}",
  operationId: "getProject",
  ...offers(getProject),
  tags,
  summary: "Get a project.",
  request: { params: ofProject },
  responses: project,
});

const change = createRoute({
  method: "patch",
  path: "/projects/{id}",
  operationId: "changeProject",
  ...offers(updateProject),
  tags,
  summary: "Change the name, the description or the restriction of a project.",
  request: {
    params: ofProject,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: updateProject.input.omit({ id: true }).strict(),
        },
      },
    },
  },
  responses: project,
});

const archive = createRoute({
  method: "delete",
  path: "/projects/{id}",
  operationId: "archiveProject",
  ...offers(archiveProject),
  tags,
  summary: "Archive a project. Its documents are kept.",
  request: { params: ofProject },
  responses: project,
});

const file = createRoute({
  method: "put",
  path: "/projects/{id}/documents/{documentId}",
  operationId: "fileDocument",
  ...offers(fileDocuments),
  tags,
  summary: "Add a document and its attachments to a project.",
  request: { params: filing, query: confirmation },
  responses: answers({ 204: { description: "The document is in the project" } }),
});

const takeOut = createRoute({
  method: "delete",
  path: "/projects/{id}/documents/{documentId}",
  operationId: "takeDocumentOut",
  ...offers(fileDocuments),
  tags,
  summary: "Remove a document and its attachments from a project.",
  request: { params: filing, query: confirmation },
  responses: answers({ 204: { description: "The document is not in the project" } }),
});

export const projectRoutes = createRestApp();

projectRoutes.openapi(list, async (c) =>
  reply(pageOf(Project), await listProjects(c.var.workspace, c.req.valid("query"))),
);

projectRoutes.openapi(create, async (c) => {
  const made = await createProject(c.var.workspace, c.req.valid("json"));
  const headers = { location: `/api/v1/projects/${made.id}` };
  return reply(Project, made, { status: 201, headers });
});

projectRoutes.openapi(get, async (c) =>
  reply(Project, await getProject(c.var.workspace, c.req.valid("param"))),
);

projectRoutes.openapi(change, async (c) =>
  reply(
    Project,
    await updateProject(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);

projectRoutes.openapi(archive, async (c) => {
  const { id } = await getProject(c.var.workspace, c.req.valid("param"));
  return reply(Project, await archiveProject(c.var.workspace, { id, isArchived: true }));
});

projectRoutes.openapi(file, async (c) => {
  const { id, documentId } = c.req.valid("param");
  await getDocument(c.var.workspace, { id: documentId });
  const { isConfirmed } = c.req.valid("query");
  await fileDocuments(c.var.workspace, {
    projectId: id,
    add: [documentId],
    isConfirmed,
    place: "api",
  });
  return new Response(null, { status: 204 });
});

projectRoutes.openapi(takeOut, async (c) => {
  const { id, documentId } = c.req.valid("param");
  await getDocument(c.var.workspace, { id: documentId });
  const { isConfirmed } = c.req.valid("query");
  await fileDocuments(c.var.workspace, {
    projectId: id,
    remove: [documentId],
    isConfirmed,
    place: "api",
  });
  return new Response(null, { status: 204 });
});
