import { getDrawnPages } from "@besunny/core/content/get-drawn-pages";
import { getHtml } from "@besunny/core/content/get-html";
import { notFound } from "@besunny/core/errors";
import { checkLink } from "@besunny/core/identity/check-link";
import { knownTrouble } from "@besunny/core/known-trouble";
import type { Caller } from "@besunny/core/operation/caller";
import type { LinkedDocument } from "@besunny/core/sharing/contract";
import { getLinkedDocument } from "@besunny/core/sharing/get-linked-document";
import { openLink } from "@besunny/core/sharing/open-link";

import { createRequestContext } from "../create-request-context";
import type { Limits } from "../limits/limits";
import { headersOfRefusal } from "../limits/too-many-requests";
import type { ApiTools } from "../request-context";
import { contentResponse, pageImageResponse, pictureResponse } from "../rest/content";
import { problem } from "../rest/problem";
import { traceIdOf } from "../trace-id";

type Door = { tools: ApiTools; limits: Limits };

const address = /^\/api\/link\/([\w-]{10,100})\/(.+)$/;
const pageImage = /^pages\/(\d{1,6})\/image$/;
const picture = /^pictures\/([0-9a-f]{64})$/;
const imageWidth = 1600;

/**
 * Answers requests for the content of a linked document, without a sign-in: `pages/{n}/image`, `pictures/{id}`, and `content` where the
 * link allows a download. They count against the address of the sender.
 */
export async function answerLink(request: Request, door: Door): Promise<Response> {
  try {
    const [, token = "", what = ""] = address.exec(new URL(request.url).pathname) ?? [];
    const caller = await callerOfLink(door, { headers: request.headers, token });
    const { id, mayDownload } = await getLinkedDocument(caller, {});
    const [, page] = pageImage.exec(what) ?? [];
    const [, shown] = picture.exec(what) ?? [];
    if (page)
      return await pageImageResponse(caller, request, {
        id,
        page: Number(page),
        width: imageWidth,
      });
    if (shown) return await pictureResponse(caller, request, { id, picture: shown });
    if (what !== "content" || !mayDownload) notFound("Content", what);
    return await contentResponse(caller, request, { id, isShown: false });
  } catch (error) {
    const known = knownTrouble(error);
    if (!known) door.tools.log.error({ error }, "a linked document could not be shown");
    return problem(known ?? error, traceIdOf(request.headers), {
      headers: headersOfRefusal(known),
    });
  }
}

/** A linked document as its page shows it: pages to draw, or HTML where there are none. */
export type OpenedLink = { document: LinkedDocument; pages: number; html: string | null };

/** Opens a link, which counts the opening. Throws `NOT_FOUND` if it has ended. */
export async function openedLink(
  door: Door,
  request: { headers: Headers; token: string },
): Promise<OpenedLink> {
  const caller = await callerOfLink(door, request);
  const document = await openLink(caller, {});
  const { id, isRead } = document;
  const { count: pages } = isRead ? await getDrawnPages(caller, { id }) : { count: 0 };
  if (pages > 0 || !isRead) return { document, pages, html: null };
  const { html } = await getHtml(caller, { id });
  const own = `/api/v1/documents/${id}/pictures/`;
  return { document, pages, html: html.replaceAll(own, `/api/link/${request.token}/pictures/`) };
}

/** Counts the request against the sender's address, then finds the caller of the link. Throws `NOT_FOUND` if it has ended. */
async function callerOfLink(
  { tools, limits }: Door,
  { headers, token }: { headers: Headers; token: string },
): Promise<Caller> {
  const { identity, traceId } = createRequestContext(tools, "web", headers);
  await limits.takeOpening({ address: identity.ip });
  const found = token.length < 10 ? null : await checkLink(identity, { token });
  if (!found) notFound("Link", "of this address");
  const { ip, userAgent } = identity;
  const by = { door: "web", traceId, from: { ip, userAgent } } as const;
  return tools.workspaceCaller(found.workspaceId, found.actor, by);
}
