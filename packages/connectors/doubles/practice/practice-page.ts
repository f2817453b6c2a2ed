import type { Asked, Manner } from "../serving/asked";
import type { World, WorldFile } from "../world";

const MOST_ROWS = 200;

/** The page on which a person sees the world of the doubles and changes it. */
export function practicePage(): Manner {
  return {
    service: "practice",
    trouble: (trouble, status) => ({ status, text: trouble }),
    routes: [
      {
        method: "GET",
        path: "/",
        isOpen: true,
        answer: (asked) => ({
          text: pageOf(asked),
          headers: { "content-type": "text/html; charset=utf-8" },
        }),
      },
    ],
  };
}

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A button that sends commands to `POST /__world`; `?` in them is asked of the person. */
function button(words: string, command: string, given: unknown[] = []): string {
  const sent = safe(JSON.stringify({ do: command, with: given }));
  return `<button type="button" data-command="${sent}">${safe(words)}</button>`;
}

function pageOf({ world }: Asked): string {
  const drives = [...world.drives.values()].map(
    ({ id, name, service, owner, isDeleted }) =>
      `<section><h2>${safe(`${service}: ${name}`)} <small>${safe(owner ?? "shared")}${isDeleted ? ", deleted" : ""}</small></h2>
<p>${button("Add a file", "addFile", [{ driveId: id, name: "?", content: { $text: "A new file." } }])} ${button("Delete the drive", "deleteDrive", [id])}</p>
${filesOf(world, id)}</section>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Practice world</title>
<style>${style}</style>
<h1>Practice world</h1>
<p>Doubles of Google, Microsoft 365 and Dropbox, with people who do not exist. It is ${safe(world.now().toISOString())} here, and ${world.requests.length} requests were answered.</p>
<p>${button("An hour passes", "advance", [3_600_000])} ${button("A week passes", "advance", [604_800_000])} ${troubles()}</p>
<h2>People</h2>
<ul>${[...world.people.values()].map(({ name, address }) => `<li>${safe(name)}, ${safe(address)} ${mailTo(address)}</li>`).join("")}</ul>
${drives.join("\n")}
<h2>Mails</h2>
${mailsOf(world)}
<script>${script}</script>
</html>`;
}

const mailTo = (mailbox: string): string => {
  const raw = `Message-ID: <?@practice.example>\r\nFrom: Practice <practice@practice.example>\r\nTo: ${mailbox}\r\nSubject: ?\r\n\r\nA practice mail.\r\n`;
  return button("Send a mail", "deliver", [{ mailbox, raw }]);
};

function troubles(): string {
  const fault = (words: string, does: object, times: number) =>
    button(words, "fault", [{ times, does }]);
  return [
    fault("Too many requests, ten times", { kind: "throttle", status: 429, retryAfter: 30 }, 10),
    fault("Cut the next answer", { kind: "cut", afterBytes: 200 }, 1),
    fault("Fail the next request", { kind: "status", status: 500 }, 1),
  ].join(" ");
}

function filesOf(world: World, driveId: string): string {
  const files = [...world.files.values()].filter(
    (file) => file.driveId === driveId && !file.isDeleted,
  );
  const rows = files.slice(0, MOST_ROWS).map((file) => `<tr>${rowOf(world, file)}</tr>`);
  const more = files.length > MOST_ROWS ? `<p>And ${files.length - MOST_ROWS} more.</p>` : "";
  return `<table>${rows.join("")}</table>${more}`;
}

function rowOf(world: World, file: WorldFile): string {
  const { id, name, parentId, isFolder, isTrashed } = file;
  const folder = parentId ? `${world.files.get(parentId)?.name ?? ""} / ` : "";
  const acts = [
    button("Rename", "renameFile", [id, "?"]),
    ...(isFolder ? [] : [button("Edit", "editFile", [id, { $text: "?" }])]),
    isTrashed ? button("Restore", "restoreFile", [id]) : button("Trash", "trashFile", [id]),
    button("Delete", "deleteFile", [id]),
    button("Share", "share", [id, [{ kind: "user", address: "?" }]]),
  ];
  const shown = `${safe(folder + name)}${isFolder ? " /" : ""}`;
  return `<td>${isTrashed ? `<s>${shown}</s>` : shown}</td><td>${acts.join(" ")}</td>`;
}

function mailsOf(world: World): string {
  const mails = [...world.messages.values()]
    .filter(({ isDeleted }) => !isDeleted)
    .slice(-MOST_ROWS);
  const rows = mails.map(({ id, mailbox, labels, raw }) => {
    const subject = /^subject: (.*)$/im.exec(raw.toString("latin1"))?.[1] ?? id;
    return `<tr><td>${safe(subject)} <small>${safe(mailbox)}, ${safe(labels.join(", "))}</small></td><td>${button("Move", "relabel", [id, ["?"]])} ${button("Delete", "deleteMessage", [id])}</td></tr>`;
  });
  return `<table>${rows.join("")}</table>`;
}

const style = `body{font:16px/1.5 system-ui;max-width:64rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}td{padding:.2rem .5rem .2rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}
td:last-child{text-align:right}small{opacity:.7;font-weight:normal}button{font:inherit;font-size:.85rem;padding:.15rem .6rem}`;

const script = `document.addEventListener("click", async ({ target }) => {
  const text = target.dataset && target.dataset.command;
  if (!text) return;
  let command = text;
  if (text.includes("?")) {
    const answer = prompt(target.textContent);
    if (answer === null || answer === "") return;
    command = text.replaceAll("?", JSON.stringify(answer).slice(1, -1));
  }
  const response = await fetch("/__world", { method: "POST", body: command });
  if (response.ok) location.reload();
  else alert(await response.text());
});`;
