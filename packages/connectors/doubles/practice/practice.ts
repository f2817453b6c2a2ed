import { createDropboxDouble } from "../dropbox/dropbox";
import { googleDoubles } from "../google/google";
import { createMicrosoftDouble } from "../microsoft/microsoft";
import { oauthDouble } from "../oauth";
import { addManyFiles, seedWorld } from "../seed";
import type { Manner } from "../serving/asked";
import { type Doubles, startDoubles } from "../serving/server";
import { createTokenBook, type TokenBook } from "../serving/tokens";
import { createWorld, type World } from "../world";
import { practicePage } from "./practice-page";

const HOUR = 60 * 60 * 1000;
const SECOND = 1000;

/** Returns all doubles of a world, as they are served on one port. */
export function allDoubles(world: World, tokens: TokenBook): Manner[] {
  return [
    ...googleDoubles({ world, tokens }),
    oauthDouble({ world, tokens, service: "microsoft" }),
    oauthDouble({ world, tokens, service: "dropbox" }),
    createMicrosoftDouble(world).manner,
    createDropboxDouble(world).manner,
  ];
}

/**
 * Starts the doubles with the seed world, whose clock runs with that of this machine, and a page on which a person changes it. `files` are that many
 * more in the drive of Ana at Google.
 */
export async function startPractice({
  port = 0,
  host = "127.0.0.1",
  files = 0,
}: {
  port?: number;
  host?: string;
  files?: number;
} = {}): Promise<Doubles> {
  // The seed lets some hours pass. Tokens that begin in the future would be refused.
  const { world, drives } = seedWorld(createWorld({ now: new Date(Date.now() - 24 * HOUR) }));
  const own = drives["g-own"];
  if (files > 0 && own) addManyFiles(world, { driveId: own.id, count: files });
  const keepTime = () => world.advance(Math.max(0, Date.now() - world.now().getTime()));
  keepTime();
  const clock = setInterval(keepTime, SECOND).unref();
  const tokens = createTokenBook(world);
  const manners = [practicePage(), ...allDoubles(world, tokens)];
  const doubles = await startDoubles({ world, tokens, manners, port, host });
  return {
    ...doubles,
    async close() {
      clearInterval(clock);
      await doubles.close();
    },
  };
}
