/*
 * A link with latency between two network namespaces, without a kernel module: packets are read from a TUN device on one side and written
 * to that on the other when they are due.
 *
 *   delayLine MICROSECONDS     one way
 *
 * The device `lag0` is made in this namespace and in a new one, which this process stays in: clients enter it by its id, and it ends
 * with the process, which ends with its standard input. Prints `ready` when both are there. Segments pass whole (TSO), so that a packet is
 * up to 64 KiB.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

enum { PACKETS = 1 << 16, MOST_BYTES = 70000, BATCH = 256, HEADER = 12, SEND_BUFFER = 64 << 20, TIMER_NS = 1000 };

struct packet { uint64_t due; int length; char *bytes; };

/* One direction. `first` and `last` only grow; packets wait between them. */
struct direction { struct packet *ring; unsigned first, last; int from, to; };

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000ull + t.tv_nsec;
}

static int must(int result, const char *what) {
  if (result >= 0) return result;
  perror(what);
  exit(1);
}

static int open_device(void) {
  int fd = must(open("/dev/net/tun", O_RDWR | O_NONBLOCK), "/dev/net/tun"), header = HEADER, room = SEND_BUFFER;
  struct ifreq wanted = {.ifr_name = "lag0", .ifr_flags = IFF_TUN | IFF_NO_PI | IFF_VNET_HDR};
  must(ioctl(fd, TUNSETIFF, &wanted), "TUNSETIFF");
  must(ioctl(fd, TUNSETVNETHDRSZ, &header), "TUNSETVNETHDRSZ");
  must(ioctl(fd, TUNSETSNDBUF, &room), "TUNSETSNDBUF");
  must(ioctl(fd, TUNSETOFFLOAD, TUN_F_CSUM | TUN_F_TSO4 | TUN_F_TSO_ECN), "TUNSETOFFLOAD");
  return fd;
}

/* Takes what has come; what finds no room is lost, as on any link. */
static void take(struct direction *d, uint64_t delay) {
  static char bytes[MOST_BYTES];
  for (int n = 0; n < BATCH; n++) {
    int length = read(d->from, bytes, sizeof bytes);
    if (length <= 0) return;
    if (d->last - d->first == PACKETS) continue;
    struct packet *p = &d->ring[d->last++ % PACKETS];
    *p = (struct packet){.due = now() + delay, .length = length, .bytes = memcpy(malloc(length), bytes, length)};
  }
}

static void give(struct direction *d) {
  for (; d->first != d->last; d->first++) {
    struct packet *p = &d->ring[d->first % PACKETS];
    if (p->due > now() || (write(d->to, p->bytes, p->length) < 0 && errno == EAGAIN)) return;
    free(p->bytes);
  }
}

/* Waits for a packet, for the moment when the next one is due, or for the end of standard input. Returns 0 at that end. */
static int await_next(struct direction d[2]) {
  struct pollfd ready[3] = {{d[0].from, POLLIN, 0}, {d[1].from, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
  uint64_t due = UINT64_MAX, t = now();
  for (int i = 0; i < 2; i++) {
    if (d[i].first != d[i].last && d[i].ring[d[i].first % PACKETS].due < due) due = d[i].ring[d[i].first % PACKETS].due;
  }
  uint64_t left = due > t ? due - t : 0;
  struct timespec most = {left / 1000000000, left % 1000000000};
  if (ppoll(ready, 3, due == UINT64_MAX ? NULL : &most, NULL) < 0 && errno != EINTR) must(-1, "ppoll");
  return !(ready[2].revents & (POLLIN | POLLHUP));
}

int main(int count, char **argument) {
  if (count != 2) return 2;
  uint64_t delay = strtoull(argument[1], NULL, 10) * 1000;
  int here = open_device();
  must(unshare(CLONE_NEWNET), "unshare");
  int there = open_device();
  struct direction d[2] = {{.from = here, .to = there}, {.from = there, .to = here}};
  for (int i = 0; i < 2; i++) d[i].ring = calloc(PACKETS, sizeof *d[i].ring);
  prctl(PR_SET_TIMERSLACK, TIMER_NS);
  puts("ready");
  fflush(stdout);
  while (await_next(d)) {
    for (int i = 0; i < 2; i++) take(&d[i], delay), give(&d[i]);
  }
  return 0;
}
