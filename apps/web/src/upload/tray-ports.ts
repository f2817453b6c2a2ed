import { createKeptFiles, type KeptFiles } from "./kept-files";
import type { InterruptedUpload, SendFile } from "./send-file";
import { createTrayMemory, type TrayMemory } from "./tray-memory";
import { forgetInterrupted, interruptedUploads, sendFile } from "./uploader";

/** The parts of the browser that the tray uses. */
export type TrayPorts = {
  send: SendFile;
  kept: KeptFiles;
  /** Uploads that a closed page left behind. */
  interrupted: {
    list(): Promise<InterruptedUpload[]>;
    forget(key: string): Promise<void>;
  };
  memory: TrayMemory;
  network: Network;
  /** Returns which files of a batch the server has already, by their keys. */
  arrived(batchId: string, keys: readonly string[]): Promise<Arrived[]>;
};

export type Arrived = { fileKey: string; documentId: string; isDuplicate: boolean };

export type Network = {
  isUp(): boolean;
  /** Calls the listener whenever the network is back. */
  onBack(listener: () => void): void;
  /** Calls the listener after a pause, for a server that does not answer. */
  soon(listener: () => void): void;
};

const pauseMs = 10_000;

/** Returns the browser's own: tus, IndexedDB and localStorage. `name` names the tray's place in both stores. */
export function browserPorts(name: string, arrived: TrayPorts["arrived"]): TrayPorts {
  return {
    send: sendFile,
    kept: createKeptFiles(name),
    interrupted: { list: interruptedUploads, forget: forgetInterrupted },
    memory: createTrayMemory(name, () => localStorage),
    network: {
      isUp: () => navigator.onLine !== false,
      // The tray is made on the server too, where no network comes back.
      onBack: (listener) => globalThis.window?.addEventListener("online", listener),
      soon: (listener) => void setTimeout(listener, pauseMs),
    },
    arrived,
  };
}
