// A child that does to itself what the name of the file asks for, and otherwise answers as a good one.
process.on("disconnect", () => process.exit());
process.on("message", ({ id, fileName }) => {
  if (fileName === "hang") for (;;);
  if (fileName === "crash") process.exit(7);
  if (fileName === "abort") process.abort();
  if (fileName === "silent") return;
  if (fileName === "explode") {
    const hoard = [];
    for (;;) hoard.push(Buffer.alloc(8 * 1024 * 1024, hoard.length));
  }
  if (fileName === "heap") {
    const hoard = [];
    for (;;) hoard.push(Array.from({ length: 100_000 }, () => ({ hoard })));
  }
  const text = JSON.stringify({ pid: process.pid, environment: process.env });
  const model = {
    format: "text",
    mediaType: "text/plain",
    text,
    pages: [],
    blocks: [],
    metadata: {},
    attachments: [],
    warnings: [],
  };
  process.send({ kind: "model", id, model });
});
