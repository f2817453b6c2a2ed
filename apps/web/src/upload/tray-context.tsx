"use client";

import { useTRPCClient } from "@besunny/web-kit/trpc/client";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useShell } from "~/shell/shell-context";

import { filesOfList, type PickedFile } from "./collect-files";
import type { TrayItem } from "./tray-item";
import { browserPorts } from "./tray-ports";
import { createTrayStore, type TrayStore } from "./tray-store";

type TrayUse = {
  store: TrayStore;
  /** False for those who may only look. */
  mayUpload: boolean;
  upload: (files: readonly PickedFile[]) => void;
  pickFiles: (kind: "files" | "folder") => void;
  /** Files that are dropped from now on go into this project. */
  setTarget: (projectId: string | null) => void;
};

const TrayContext = createContext<TrayUse | null>(null);
const none: readonly TrayItem[] = [];

/** Holds the files on their way above every page, and the hidden fields that pick new ones. */
export function TrayProvider({ children }: { children: ReactNode }) {
  const { session, role } = useShell();
  const client = useTRPCClient();
  const [store] = useState(() =>
    createTrayStore(
      browserPorts(
        `besunny.tray.${session.workspaceId}.${session.user.id}`,
        async (id, fileKeys) =>
          (await client.batches.arrived.query({ id, fileKeys: fileKeys.slice(0, 1000) })).items,
      ),
    ),
  );
  const filesField = useRef<HTMLInputElement>(null);
  const folderField = useRef<HTMLInputElement>(null);
  const target = useRef<string | null>(null);
  const mayUpload = role !== "viewer";

  const tray = useMemo<TrayUse>(
    () => ({
      store,
      mayUpload,
      upload: (files) => {
        if (!mayUpload) return;
        const fresh = store.fresh(files);
        // Without a batch the files go up all the same, each for itself.
        const announced =
          fresh.length < 2
            ? null
            : whenOnline()
                .then(() => client.batches.createUpload.mutate(announcementOf(fresh)))
                .then(
                  ({ id }) => id,
                  () => null,
                );
        store.add(files, target.current, announced);
      },
      pickFiles: (kind) => (kind === "files" ? filesField : folderField).current?.click(),
      setTarget: (projectId) => {
        target.current = projectId;
      },
    }),
    [store, mayUpload, client],
  );

  const field = {
    type: "file",
    multiple: true,
    hidden: true,
    onChange(event: { currentTarget: HTMLInputElement }) {
      tray.upload(filesOfList(event.currentTarget.files ?? []));
      event.currentTarget.value = "";
    },
  } as const;

  // Files that were picked before hydration would otherwise be lost.
  useEffect(() => {
    for (const { current } of [filesField, folderField]) {
      if (!current?.files?.length) continue;
      tray.upload(filesOfList(current.files));
      current.value = "";
    }
  }, [tray]);

  return (
    <TrayContext value={tray}>
      <input {...field} ref={filesField} data-testid="upload-files" />
      <input {...field} ref={folderField} data-testid="upload-folder" webkitdirectory="" />
      {children}
    </TrayContext>
  );
}

/** A batch is announced once the network is there: without it the files would go each for itself. */
function whenOnline(): Promise<void> {
  if (navigator.onLine !== false) return Promise.resolve();
  return new Promise((resolve) =>
    window.addEventListener("online", () => resolve(), { once: true }),
  );
}

/** Named after the folder that all files came in, if there is one. */
function announcementOf(files: readonly PickedFile[]) {
  const folders = new Set(files.map(({ path }) => (path.includes("/") ? path.split("/")[0] : "")));
  const [folder] = folders;
  return {
    expectedCount: files.length,
    ...(folders.size === 1 && folder && { title: folder.slice(0, 200) }),
  };
}

export function useTray(): TrayUse {
  const tray = use(TrayContext);
  if (!tray) throw new Error("useTray belongs inside the TrayProvider");
  return tray;
}

export function useTrayItems(): readonly TrayItem[] {
  const { store } = useTray();
  return useSyncExternalStore(store.subscribe, store.items, () => none);
}

/** While this component is there, uploads go into the project. */
export function useUploadTarget(projectId: string): void {
  const { setTarget } = useTray();
  useEffect(() => {
    setTarget(projectId);
    return () => setTarget(null);
  }, [projectId, setTarget]);
}
