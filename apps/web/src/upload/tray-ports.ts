import { createKeptFiles, type KeptFiles } from "./kept-files";
import {
  forgetInterrupted,
  type InterruptedUpload,
  interruptedUploads,
  type SendFile,
  sendFile,
} from "./send-file";
import { createTrayMemory, type TrayMemory } from "./tray-memory";

/** What the tray needs of the browser. */
export type TrayPorts = {
  send: SendFile;
  kept: KeptFiles;
  /** Uploads that a closed page left behind. */
  interrupted: {
    list(): Promise<InterruptedUpload[]>;
    forget(key: string): Promise<void>;
  };
  memory: TrayMemory;
};

/** Returns the browser's own: tus, IndexedDB and localStorage. `name` names the tray's place in both stores. */
export function browserPorts(name: string): TrayPorts {
  return {
    send: sendFile,
    kept: createKeptFiles(name),
    interrupted: { list: interruptedUploads, forget: forgetInterrupted },
    memory: createTrayMemory(name, () => localStorage),
  };
}
