import { Writable } from "node:stream";
import { Client } from "basic-ftp";

/** A client that is not ours, to try the fixtures with. */
export interface ReferenceClient extends AsyncDisposable {
  readonly client: Client;
  read(path: string): Promise<string>;
  names(): Promise<string[]>;
}

export interface ServerToTry {
  readonly host: string;
  readonly port: number;
  readonly ca: string;
  readonly user?: string;
  readonly password?: string;
}

export async function logIn(server: ServerToTry, tls?: "explicit" | "implicit"): Promise<ReferenceClient> {
  const client = new Client();
  const { host, port, user = "anyone", password = "anything", ca } = server;
  const secure = tls === "implicit" ? "implicit" : tls === "explicit";
  try {
    await client.access({ host, port, user, password, secure, secureOptions: { ca, host } });
  } catch (error) {
    client.close();
    throw error;
  }
  return {
    client,
    async read(path) {
      const pieces: Buffer[] = [];
      const into = new Writable({
        write(piece: Buffer, _encoding, done) {
          pieces.push(piece);
          done();
        },
      });
      await client.downloadTo(into, path);
      return Buffer.concat(pieces).toString("latin1");
    },
    names: async () => (await client.list()).map((file) => file.name),
    async [Symbol.asyncDispose]() {
      client.close();
    },
  };
}
