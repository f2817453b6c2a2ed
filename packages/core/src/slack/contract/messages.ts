import type { SlackMessage } from "@besunny/connectors/slack/slack-words";

import type { Approval } from "../../automations/contract/approval";
import type { Language } from "../../language";
import type { Notice } from "../../notifications/contract/notice";
import { noticeLine } from "../../notifications/contract/notice-line";
import { slackButtons, slackWords } from "../../slack-words";

/** Slack refuses a section of more than 3,000 letters. */
const MOST_LETTERS = 2_900;
const MOST_CHANGES = 10;

type Around = { language: Language; webUrl: string };
type Block = SlackMessage["blocks"][number];

/** Returns the message about a notice, with the address of what it is about. */
export function noticeMessage(notice: Notice, { language, webUrl }: Around): SlackMessage {
  const line = noticeLine(notice, language);
  const said = notice.text ? `\n>${escaped(notice.text).replaceAll("\n", "\n>")}` : "";
  return {
    text: escaped(line),
    blocks: [section(`${escaped(line)}${said}\n${link(`${webUrl}${notice.path}`, language)}`)],
  };
}

/** Returns the message about a question: with buttons while its reader may answer, and with who has decided after that. */
export function approvalMessage(approval: Approval, { language, webUrl }: Around): SlackMessage {
  const words = slackWords[language];
  const { document, question, state, changedSince, needed, votes, mayVote, decidedBy } = approval;
  const text = escaped(question);
  const head = section(
    `*${text}*\n${escaped(document.title)} · ${link(`${webUrl}/automations/approvals`, language)}`,
  );
  const changes = changedSince
    .slice(0, MOST_CHANGES)
    .map(({ what, before, now }) => `• ${escaped(what)}: ~${escaped(before)}~ → ${escaped(now)}`);
  const changed =
    state === "open" && changes.length > 0 ? [section([words.changed, ...changes].join("\n"))] : [];
  if (mayVote) return { text, blocks: [head, ...changed, actions(approval, language)] };
  const yes = votes.filter(({ vote }) => vote === "approve").length;
  const ended = words.ended[state]?.(decidedBy?.name ?? null) ?? words.waits(yes, needed);
  return {
    text: `${text}: ${escaped(ended)}`,
    blocks: [head, ...changed, section(escaped(ended))],
  };
}

/** Returns the message that asks a person of Slack whether they are this member. */
export function linkMessage(
  { name, workspaceName, code }: { name: string; workspaceName: string; code: string },
  language: Language,
): SlackMessage {
  const words = slackWords[language];
  const text = escaped(words.asks(name, workspaceName));
  const button = { type: "plain_text", text: words.confirm } as const;
  return {
    text,
    blocks: [
      section(text),
      {
        type: "actions",
        elements: [{ type: "button", text: button, action_id: slackButtons.link, value: code }],
      },
    ],
  };
}

function actions({ id, seen }: Approval, language: Language): Block {
  const words = slackWords[language];
  const value = JSON.stringify({ id, seen });
  return {
    type: "actions",
    elements: [
      {
        type: "button",
        style: "primary",
        text: { type: "plain_text", text: words.approve },
        action_id: slackButtons.approve,
        value,
      },
      {
        type: "button",
        style: "danger",
        text: { type: "plain_text", text: words.reject },
        action_id: slackButtons.reject,
        value,
      },
    ],
  };
}

function section(text: string): Block {
  const short = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
  return { type: "section", text: { type: "mrkdwn", text: short } };
}

function link(url: string, language: Language): string {
  return `<${url}|${slackWords[language].open}>`;
}

/** Slack reads these three signs, so a title cannot make a link or call a channel. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
