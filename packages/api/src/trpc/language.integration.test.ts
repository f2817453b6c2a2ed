import { inviteMember } from "@besunny/core/members/invite-member";
import { anEmail } from "@besunny/core/test/contexts";
import { expect, test } from "vitest";

import { anApi, aPerson, signIn, WEB } from "../../test/an-api";
import { createHandlers } from "../handlers";

const api = await anApi();
const subjects: string[] = [];
const web = createHandlers(
  async () => ({
    ...api.tools,
    identityContext: (from) => ({
      ...api.tools.identityContext(from),
      mail: { isConfigured: true, send: async ({ subject }) => subjects.push(subject) > 0 },
    }),
  }),
  { app: "web", told: { de: (english) => `auf Deutsch: ${english}` } },
);
const owner = await aPerson();
const { headers } = await signIn(api, owner);

async function call(path: string, { method, language, input }: Call) {
  const json = JSON.stringify({ json: input });
  const search = method === "GET" ? `?input=${encodeURIComponent(json)}` : "";
  const response = await web.trpc(
    new Request(`${WEB}/api/trpc/${path}${search}`, {
      method,
      headers: {
        ...headers,
        "content-type": "application/json",
        "accept-language": language,
      },
      ...(method === "POST" && { body: json }),
    }),
  );
  return response.json();
}

type Call = { method: "GET" | "POST"; language: string; input?: object };

test("a refusal says why in the language of the page, and in English where there is no other", async () => {
  const input = { name: "" };
  const german = await call("identity.changeName", { method: "POST", language: "de-AT", input });
  expect(german.error.json.data.errors[0].message).toMatch(/^auf Deutsch: /);

  const missing = { id: "doc_nothing" };
  const asked = async (language: string) =>
    (await call("documents.get", { method: "GET", language, input: missing })).error.json.message;
  expect(await asked("de")).toBe(`auf Deutsch: ${await asked("en")}`);
  expect(await asked("fr")).toBe(await asked("en"));
});

test("the operations of the audit log are named in the language of the page", async () => {
  const titlesIn = async (language: string): Promise<string[]> => {
    const answer = await call("workspace.operations", { method: "GET", language });
    return answer.result.data.json.items.map(({ title }: { title: string }) => title);
  };
  expect(await titlesIn("en")).toContain("Rename a document");
  expect(await titlesIn("de")).toContain("auf Deutsch: Rename a document");
});

test("an invitation is mailed in the language of the person who invites", async () => {
  for (const language of ["de", "en"])
    await call("members.invite", {
      method: "POST",
      language,
      input: inviteMember.input.parse({ email: anEmail(), role: "member" }),
    });
  expect(subjects).toEqual(["Sie sind zu BeSunny eingeladen", "You are invited to BeSunny"]);
});
