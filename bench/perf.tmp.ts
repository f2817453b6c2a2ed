import { measureEngine } from "./jobs-load";
import { startServer } from "./jobs-server";

const server = await startServer();
try {
  for (let i = 0; i < 3; i++) {
    const urls = await server.engineDatabase();
    console.log(JSON.stringify(await measureEngine(server, urls, { runs: 600, workers: 1 })));
  }
} finally {
  await server.stop();
}
process.exit(0);
