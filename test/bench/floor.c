/*
 * The least that an FTP client can do: what is left to a better one, no client can save.
 *
 *   floor CONNECTIONS LIST
 *
 * LIST has a line for each file, those of a server together: host, port, user, password, path, local path, with tabs between.
 * One thread for each connection, that many to each server. Of folders, only the last is made. The PASV of the next file is sent behind
 * the RETR of this one, and the data connection is opened while RETR travels: two round trips a file.
 * Exit code 1: some file did not come.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER = 256 << 10, LINE = 4096, STACK = 128 << 10 };

struct file { char *path, *local; };

struct server {
  char *host, *port, *user, *password;
  struct file *files;
  int count, next;
  pthread_mutex_t lock;
};

struct control { int socket, held; char bytes[2 * LINE], line[LINE]; };

static struct server *servers;
static int server_count, fetched, wanted;

/* The next reply: its code, or -1. Lines that do not end one are passed over. */
static int reply(struct control *c) {
  for (;;) {
    char *end = memchr(c->bytes, '\n', c->held);
    if (end) {
      int length = end - c->bytes + 1, kept = length < LINE ? length : LINE - 1;
      memcpy(c->line, c->bytes, kept);
      c->line[kept] = 0;
      memmove(c->bytes, end + 1, c->held -= length);
      if (kept > 3 && c->line[3] == ' ' && c->line[0] >= '1' && c->line[0] <= '5') return atoi(c->line);
      continue;
    }
    int got = recv(c->socket, c->bytes + c->held, sizeof c->bytes - c->held, 0);
    if (got <= 0) return -1;
    c->held += got;
  }
}

static void say(struct control *c, const char *text) {
  if (send(c->socket, text, strlen(text), MSG_NOSIGNAL) < 0) perror("send");
}

static int dial(const char *host, int port) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int one = 1, fd = socket(AF_INET, SOCK_STREAM, 0);
  inet_aton(host, &address.sin_addr);
  if (connect(fd, (struct sockaddr *)&address, sizeof address)) {
    close(fd);
    return -1;
  }
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return fd;
}

/* The port that a 227 names, or -1. */
static int passive_port(const char *line) {
  int a, b, c, d, high, low;
  const char *open = strchr(line, '(');
  if (!open || sscanf(open + 1, "%d,%d,%d,%d,%d,%d", &a, &b, &c, &d, &high, &low) != 6) return -1;
  return high * 256 + low;
}

static struct file *take(struct server *s) {
  pthread_mutex_lock(&s->lock);
  struct file *file = s->next < s->count ? &s->files[s->next++] : NULL;
  pthread_mutex_unlock(&s->lock);
  return file;
}

/* Opens a file to write; the first in a folder makes it. */
static int create(char *local) {
  int fd = open(local, O_CREAT | O_WRONLY | O_TRUNC, 0644);
  if (fd >= 0) return fd;
  char *folder = strndup(local, strrchr(local, '/') - local);
  mkdir(folder, 0755);
  free(folder);
  return open(local, O_CREAT | O_WRONLY | O_TRUNC, 0644);
}

static int save(int data, char *local, char *buffer) {
  int got, fd = create(local), well = fd >= 0;
  while ((got = recv(data, buffer, BUFFER, 0)) > 0) well = well && write(fd, buffer, got) == got;
  if (fd >= 0) close(fd);
  close(data);
  return well && got == 0;
}

static int log_in(struct control *c, struct server *s) {
  char text[LINE];
  if ((c->socket = dial(s->host, atoi(s->port))) < 0 || reply(c) != 220) return 0;
  snprintf(text, sizeof text, "USER %s\r\n", s->user);
  say(c, text);
  reply(c);
  snprintf(text, sizeof text, "PASS %s\r\n", s->password);
  say(c, text);
  if (reply(c) != 230) return 0;
  say(c, "TYPE I\r\n");
  return reply(c) == 200;
}

/* Fetches a file by the port that is known, and learns the port for the next one. Returns 0 when the connection is of no more use. */
static int fetch(struct control *c, struct server *s, struct file *file, int more, int *port, char *buffer) {
  char text[LINE];
  snprintf(text, sizeof text, "RETR %s\r\n%s", file->path, more ? "PASV\r\n" : "");
  say(c, text);
  int data = dial(s->host, *port);
  if (data < 0) return 0;
  int code = reply(c);
  if (code != 150 && code != 125) {
    close(data);
    return 0;
  }
  int saved = save(data, file->local, buffer);
  if (!saved || reply(c) != 226) return 0;
  __sync_fetch_and_add(&fetched, 1);
  if (!more) return 1;
  return reply(c) == 227 && (*port = passive_port(c->line)) > 0;
}

static void *connection(void *argument) {
  struct server *s = argument;
  struct control c = {0};
  char *buffer = malloc(BUFFER);
  struct file *file, *next;
  int port = -1;
  if (!log_in(&c, s)) {
    fprintf(stderr, "%s:%s: no log-in: %s\n", s->host, s->port, c.line);
    return NULL;
  }
  if ((file = take(s))) {
    say(&c, "PASV\r\n");
    if (reply(&c) == 227) port = passive_port(c.line);
  }
  for (; file && port > 0; file = next) {
    next = take(s);
    if (fetch(&c, s, file, next != NULL, &port, buffer)) continue;
    fprintf(stderr, "%s:%s: %s: %s\n", s->host, s->port, file->path, c.line);
    break;
  }
  say(&c, "QUIT\r\n");
  close(c.socket);
  free(buffer);
  return NULL;
}

static struct server *server_of(char **column) {
  struct server *last = server_count ? &servers[server_count - 1] : NULL;
  if (last && !strcmp(last->host, column[0]) && !strcmp(last->port, column[1])) return last;
  servers = realloc(servers, ++server_count * sizeof *servers);
  last = &servers[server_count - 1];
  *last = (struct server){.host = column[0], .port = column[1], .user = column[2], .password = column[3]};
  return last;
}

static void read_list(const char *path) {
  FILE *list = fopen(path, "r");
  char *line = NULL, *column[6];
  size_t room = 0;
  if (!list) {
    perror(path);
    exit(2);
  }
  for (; getline(&line, &room, list) > 0; wanted++) {
    line[strcspn(line, "\n")] = 0;
    char *rest = strdup(line);
    for (int i = 0; i < 6; i++) column[i] = strsep(&rest, "\t");
    struct server *s = server_of(column);
    if ((s->count & (s->count - 1)) == 0) s->files = realloc(s->files, (s->count ? 2 * s->count : 1) * sizeof *s->files);
    s->files[s->count++] = (struct file){column[4], column[5]};
  }
  fclose(list);
}

int main(int count, char **argument) {
  if (count != 3) return 2;
  int each = atoi(argument[1]);
  read_list(argument[2]);
  pthread_t *threads = calloc(server_count * each, sizeof *threads);
  for (int i = 0; i < server_count; i++) pthread_mutex_init(&servers[i].lock, NULL);
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, STACK);
  for (int i = 0; i < server_count * each; i++) pthread_create(&threads[i], &small, connection, &servers[i / each]);
  for (int i = 0; i < server_count * each; i++) pthread_join(threads[i], NULL);
  if (fetched != wanted) fprintf(stderr, "%d of %d files\n", fetched, wanted);
  return fetched != wanted;
}
