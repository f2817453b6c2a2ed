import type { InterruptedUpload, SendFile } from "./send-file";

const load = () => import("./send-file");

/** Sends one file, as `send-file.ts` does. What sends it is loaded with the first file, since most visits send none. */
export const sendFile: SendFile = (key, order, listener) => {
  let isStopped = false;
  const sending = load().then(
    (sender) => (isStopped ? null : sender.sendFile(key, order, listener)),
    () => {
      if (!isStopped) listener.onFailed({ message: "", isOffline: true, isFinal: false });
      return null;
    },
  );
  return {
    async stop() {
      isStopped = true;
      await (await sending)?.stop();
    },
  };
};

/** The beginning of the names under which tus keeps unfinished uploads on this device. */
const PREFIX = "tus::";

/** Returns the uploads that a closed page left behind on this device. */
export async function interruptedUploads(): Promise<InterruptedUpload[]> {
  if (!Object.keys(localStorage).some((name) => name.startsWith(PREFIX))) return [];
  return (await load()).interruptedUploads();
}

/** Forgets an upload that was left behind. */
export async function forgetInterrupted(urlStorageKey: string): Promise<void> {
  await (await load()).forgetInterrupted(urlStorageKey);
}
