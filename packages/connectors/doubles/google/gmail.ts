import { type Answer, type Asked, jsonOf, type Manner } from "../serving/asked";
import type { World, WorldMessage } from "../world";
import { googleError, googleTrouble, invalidToken } from "./errors";
import { listHistory } from "./gmail-history";
import {
  findMessage,
  gmailIdOf,
  historyIdOf,
  labelsOf,
  messagesOf,
  messageView,
  systemLabels,
  threadIdOf,
} from "./gmail-view";
import {
  addressOf,
  type GoogleRoute,
  googleRoutes,
  isTrue,
  seal,
  sizeOf,
  unseal,
} from "./google-routes";
import { createQuota } from "./quota";

const A_WEEK = 7 * 24 * 60 * 60 * 1000;
const ROOT = "/gmail/v1/users/me";

/** Gmail v1. Units are those of projects that were made since May 2026: 6,000 for a minute and a person, and 20 for a message. */
export function gmailDouble(world: World): Manner {
  const quota = createQuota({ limit: 6_000, name: "QueriesPerMinutePerUser" });
  let oldest = 0;
  const routes: GoogleRoute[] = [
    { method: "GET", path: `${ROOT}/profile`, schema: "Profile", units: 1, answer: profile },
    {
      method: "GET",
      path: `${ROOT}/messages`,
      schema: "ListMessagesResponse",
      units: 5,
      answer: listMessages,
    },
    {
      method: "GET",
      path: `${ROOT}/messages/:id`,
      schema: "Message",
      units: 20,
      answer: getMessage,
    },
    {
      method: "GET",
      path: `${ROOT}/history`,
      schema: "ListHistoryResponse",
      units: 2,
      answer: (asked) => listHistory(asked, oldest),
    },
    {
      method: "GET",
      path: `${ROOT}/labels`,
      schema: "ListLabelsResponse",
      units: 1,
      answer: listLabels,
    },
    { method: "GET", path: `${ROOT}/labels/:id`, schema: "Label", units: 1, answer: getLabel },
    { method: "POST", path: `${ROOT}/watch`, schema: "WatchResponse", units: 100, answer: watch },
    {
      method: "POST",
      path: `${ROOT}/stop`,
      schema: null,
      units: 50,
      answer: () => ({ status: 204 }),
    },
  ];
  return {
    service: "gmail",
    trouble: googleTrouble,
    controls: {
      /** All history up to now is forgotten. */
      "gmail.forget": () => {
        oldest = world.journal.length;
      },
      "gmail.quota": (limit: number) => {
        quota.control.limit = limit;
      },
    },
    routes: googleRoutes("gmail", quota, routes),
  };
}

function profile(asked: Asked): Answer {
  const all = messagesOf(asked.world, addressOf(asked));
  return {
    json: {
      emailAddress: addressOf(asked),
      messagesTotal: all.length,
      threadsTotal: new Set(all.map(threadIdOf)).size,
      historyId: historyIdOf(asked.world.journal.length),
    },
  };
}

type ListToken = { query: string; after: string };

function listMessages(asked: Asked): Answer {
  const { query, world } = asked;
  const q = query.get("q") ?? "";
  const labels = query.getAll("labelIds");
  const scope = `${q}|${labels}|${isTrue(asked, "includeSpamTrash")}`;
  const token = unseal<ListToken>(query.get("pageToken"));
  if (query.get("pageToken") && token?.query !== scope) return invalidToken();
  const test = readSearch(q);
  const isAll =
    isTrue(asked, "includeSpamTrash") || labels.some((one) => one === "SPAM" || one === "TRASH");
  const found = messagesOf(world, addressOf(asked)).filter((message) => {
    const own = labelsOf(message);
    const isHidden = own.includes("SPAM") || own.includes("TRASH");
    return (isAll || !isHidden) && labels.every((label) => own.includes(label)) && test(message);
  });
  const from = token ? found.findIndex(({ id }) => id === token.after) + 1 : 0;
  const size = sizeOf(asked, "maxResults", 100, 500);
  const page = found.slice(from, from + size);
  const isWhole = from + size >= found.length;
  const next = seal({ query: scope, after: page.at(-1)?.id ?? "" } satisfies ListToken);
  return {
    list: "messages",
    json: {
      // An empty list is left out, and the estimate is far off: both are so at Gmail.
      ...(page.length > 0 && {
        messages: page.map((message) => ({
          id: gmailIdOf(message),
          threadId: threadIdOf(message),
        })),
      }),
      ...(!isWhole && { nextPageToken: next }),
      resultSizeEstimate: Math.min(found.length, 201),
    },
  };
}

/** Reads the words of a search that this double knows. All must hold. */
function readSearch(q: string): (message: WorldMessage) => boolean {
  const tests = q.split(/\s+/).map((word): ((message: WorldMessage) => boolean) => {
    const [, not = "", name = "", value = ""] = /^(-?)(\w+):(.+)$/.exec(word) ?? [];
    const places: Record<string, string> = {
      drafts: "DRAFT",
      draft: "DRAFT",
      chats: "CHAT",
      spam: "SPAM",
      trash: "TRASH",
    };
    if (name === "in") {
      return (message) => labelsOf(message).includes(places[value] ?? value.toUpperCase()) === !not;
    }
    if (name === "after") return ({ receivedAt }) => receivedAt.getTime() >= Number(value) * 1000;
    return () => true;
  });
  return (message) => tests.every((test) => test(message));
}

const missing = (): Answer => googleError(404, "notFound", "Requested entity was not found.");

function getMessage(asked: Asked): Answer {
  const message = findMessage(asked.world, addressOf(asked), asked.params.id ?? "");
  if (!message || message.isDeleted) return missing();
  const format = asked.query.get("format") ?? "full";
  return { json: messageView(message, format, asked.world.journal.length) };
}

const labelIdsOf = (asked: Asked): string[] => {
  const own = messagesOf(asked.world, addressOf(asked)).flatMap(({ labels }) => labels);
  return [...new Set([...systemLabels, ...own.filter((label) => label.startsWith("Label_"))])];
};

const labelView = (id: string) => ({
  id,
  name: id.startsWith("Label_") ? id.slice(6).replaceAll("_", " ").replaceAll(".", "/") : id,
  type: id.startsWith("Label_") ? "user" : "system",
});

/** The list names labels only; how many messages they have says each label by itself. */
const listLabels = (asked: Asked): Answer => ({
  json: { labels: labelIdsOf(asked).map(labelView) },
});

function getLabel(asked: Asked): Answer {
  const id = asked.params.id ?? "";
  if (!labelIdsOf(asked).includes(id)) return missing();
  const all = messagesOf(asked.world, addressOf(asked)).filter((one) => labelsOf(one).includes(id));
  const threadsTotal = new Set(all.map(threadIdOf)).size;
  return { json: { ...labelView(id), messagesTotal: all.length, threadsTotal } };
}

function watch(asked: Asked): Answer {
  const { topicName } = jsonOf<{ topicName?: string }>(asked);
  if (!topicName?.startsWith("projects/")) {
    return googleError(
      400,
      "invalidArgument",
      "Invalid topicName does not match projects/*/topics/*",
    );
  }
  const { world } = asked;
  return {
    json: {
      historyId: historyIdOf(world.journal.length),
      expiration: String(world.now().getTime() + A_WEEK),
    },
  };
}
