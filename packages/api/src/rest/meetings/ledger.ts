import { changeAction } from "@besunny/core/actions/change-action";
import { ListedAction } from "@besunny/core/actions/contract/listed-action";
import { createAction } from "@besunny/core/actions/create-action";
import { listActions } from "@besunny/core/actions/list-actions";
import { listDecisions } from "@besunny/core/decisions/list-decisions";
import { actionStates } from "@besunny/core/meetings/contract/action";
import { decisionStates } from "@besunny/core/meetings/contract/decision";
import { createRoute, z } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { paging, when } from "../wire";

const tags = ["Actions and decisions"];
const changed = changeAction.output;

const list = createRoute({
  method: "get",
  path: "/actions",
  operationId: "listActions",
  ...offers(listActions),
  tags,
  summary:
    "List actions that you see, what is overdue first. Drafts and open ones, without a state.",
  request: {
    query: listActions.input
      .omit({ states: true })
      .extend({ ...paging, state: z.enum(actionStates).optional() }),
  },
  responses: answers({ 200: { description: "A page of actions", schema: listActions.output } }),
});

const create = createRoute({
  method: "post",
  path: "/actions",
  operationId: "createAction",
  ...offers(createAction),
  tags,
  summary: "Write an action, of a meeting, of a project, or for people alone.",
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: z.strictObject(createAction.input.shape) } },
    },
  },
  responses: answers({ 201: { description: "The action", schema: ListedAction } }),
});

const change = createRoute({
  method: "patch",
  path: "/actions/{id}",
  operationId: "changeAction",
  ...offers(changeAction),
  tags,
  summary: "Change the text, the owner, the day or the project of an action.",
  request: {
    params: z.object({ id: changeAction.input.shape.id }),
    body: {
      required: true,
      content: {
        "application/json": { schema: z.strictObject(withoutId(changeAction.input.shape)) },
      },
    },
  },
  responses: answers({
    200: { description: "The action; null if you see it no more", schema: changed },
  }),
});

const decisions = createRoute({
  method: "get",
  path: "/decisions",
  operationId: "listDecisions",
  ...offers(listDecisions),
  tags,
  summary: "List decisions of meetings that you see, the latest first.",
  request: {
    query: listDecisions.input
      .omit({ states: true })
      .extend({ ...paging, from: when.optional(), state: z.enum(decisionStates).optional() }),
  },
  responses: answers({ 200: { description: "A page of decisions", schema: listDecisions.output } }),
});

/** Actions and decisions of all meetings. */
export const ledgerRoutes = createRestApp();

ledgerRoutes.openapi(list, async (c) => {
  const { state, ...query } = c.req.valid("query");
  const found = await listActions(c.var.workspace, { ...query, ...(state && { states: [state] }) });
  return reply(listActions.output, found);
});

ledgerRoutes.openapi(create, async (c) =>
  reply(ListedAction, await createAction(c.var.workspace, c.req.valid("json")), { status: 201 }),
);

ledgerRoutes.openapi(change, async (c) =>
  reply(
    changed,
    await changeAction(c.var.workspace, { ...c.req.valid("json"), ...c.req.valid("param") }),
  ),
);

ledgerRoutes.openapi(decisions, async (c) => {
  const { state, ...query } = c.req.valid("query");
  const found = await listDecisions(c.var.workspace, {
    ...query,
    ...(state && { states: [state] }),
  });
  return reply(listDecisions.output, found);
});

function withoutId<Shape extends { id: unknown }>({ id: _, ...rest }: Shape): Omit<Shape, "id"> {
  return rest;
}
