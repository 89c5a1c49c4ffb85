/* A lean SSH client: opens connections from several threads, waits for each one's prompt, sends
   commands and leaves. It prints one JSON object.

     client host port user password prompt count threads commands [command [step [doors]]]

   Without a command it is "pki list". Each connection goes to a port that many steps behind the one
   before, all to the same one without; after that many doors it begins again with the first.

   Where there are as many threads as connections, all connect at the same moment, but not more than
   256 of them, as servers turn strangers away, and all send their first command at the same
   moment. */
#include <arpa/inet.h>
#include <libssh/libssh.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static struct sockaddr_in server;
static const char *user, *password, *prompt;
static const char *command = "pki list";
static int count, commands, step, doors;
static int next, failed;
static double *logins, *replies;
static pthread_barrier_t start, ready;
static sem_t strangers;
static double commanding, commanded;
static int at_once;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* A socket from one of 250 loopback addresses: each has ports of its own, so that a hundred
   thousand connections do not run out of them. */
static int connected_socket(int number) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
  struct sockaddr_in source = {.sin_family = AF_INET,
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + number % 250)};
  struct sockaddr_in door = server;
  door.sin_port = htons(ntohs(server.sin_port) + number % doors * step);
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  if (bind(fd, (struct sockaddr *)&source, sizeof source) == 0 &&
      connect(fd, (struct sockaddr *)&door, sizeof door) == 0)
    return fd;
  close(fd);
  return -1;
}

/* libssh leaves a socket it was given to its giver. */
static void close_session(ssh_session session, int fd) {
  ssh_disconnect(session);
  ssh_free(session);
  close(fd);
}

static ssh_session open_session(int fd) {
  int no = 0;
  ssh_session session = ssh_new();
  ssh_options_set(session, SSH_OPTIONS_HOST, "127.0.0.1");
  ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no);
  ssh_options_set(session, SSH_OPTIONS_USER, user);
  ssh_options_set(session, SSH_OPTIONS_KEY_EXCHANGE, "curve25519-sha256");
  if (ssh_options_set(session, SSH_OPTIONS_FD, &fd) == SSH_OK &&
      ssh_connect(session) == SSH_OK &&
      ssh_userauth_password(session, NULL, password) == SSH_AUTH_SUCCESS)
    return session;
  close_session(session, fd);
  return NULL;
}

static ssh_channel open_shell(ssh_session session) {
  ssh_channel channel = ssh_channel_new(session);
  if (ssh_channel_open_session(channel) == SSH_OK &&
      ssh_channel_request_pty_size(channel, "xterm", 200, 50) == SSH_OK &&
      ssh_channel_request_shell(channel) == SSH_OK)
    return channel;
  return NULL;
}

/* Reads until the output ends with the prompt; false if the server has gone. */
static int read_to_prompt(ssh_channel channel, int needs_newline) {
  char output[16384];
  size_t size = 0, length = strlen(prompt);
  for (;;) {
    int got = ssh_channel_read_timeout(channel, output + size, sizeof output - size, 0, 30000);
    if (got <= 0) return 0;
    size += got;
    if (size >= length && memcmp(output + size - length, prompt, length) == 0 &&
        (!needs_newline || memchr(output, '\n', size)))
      return 1;
    if (size == sizeof output) size = 0;
  }
}

/* Waits until all others are as far, if all go at once. */
static void wait_for_others(double *moment) {
  if (at_once && pthread_barrier_wait(&ready) == PTHREAD_BARRIER_SERIAL_THREAD) *moment = now();
}

static int send_commands(ssh_channel channel, double *times) {
  char line[256];
  int length = snprintf(line, sizeof line, "%s\r", command);
  for (int i = 0; i < commands; i++) {
    double sent = now();
    if (ssh_channel_write(channel, line, length) != length || !read_to_prompt(channel, 1)) return 0;
    times[i] = now() - sent;
  }
  return 1;
}

static int serve(int number) {
  sem_wait(&strangers);
  double begin = now();
  int fd = connected_socket(number);
  ssh_session session = fd < 0 ? NULL : open_session(fd);
  ssh_channel channel = session ? open_shell(session) : NULL;
  int good = channel && read_to_prompt(channel, 0);
  logins[number] = now() - begin;
  sem_post(&strangers);
  wait_for_others(&commanding);
  good = good && send_commands(channel, replies + (size_t)number * commands);
  wait_for_others(&commanded);
  if (session) close_session(session, fd);
  return good;
}

static void *run(void *unused) {
  int number;
  pthread_barrier_wait(&start);
  while ((number = __atomic_fetch_add(&next, 1, __ATOMIC_RELAXED)) < count)
    if (!serve(number)) __atomic_add_fetch(&failed, 1, __ATOMIC_RELAXED);
  return unused;
}

static int compare(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double quantile(double *values, size_t size, double q) {
  if (size == 0) return 0;
  qsort(values, size, sizeof *values, compare);
  return values[(size_t)(q * (size - 1))];
}

int main(int argc, char **argv) {
  if (argc < 9 || argc > 12) return 2;
  server = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
  inet_pton(AF_INET, argv[1], &server.sin_addr);
  user = argv[3], password = argv[4], prompt = argv[5];
  count = atoi(argv[6]), commands = atoi(argv[8]);
  int threads = atoi(argv[7]);
  if (argc > 9) command = argv[9];
  if (argc > 10) step = atoi(argv[10]);
  doors = argc > 11 ? atoi(argv[11]) : count;
  logins = calloc(count, sizeof *logins);
  replies = calloc((size_t)count * commands + 1, sizeof *replies);
  pthread_t *ids = calloc(threads, sizeof *ids);
  ssh_init();
  sem_init(&strangers, 0, 256);
  at_once = threads == count;
  pthread_barrier_init(&start, NULL, threads + 1);
  pthread_barrier_init(&ready, NULL, threads);
  for (int i = 0; i < threads; i++) pthread_create(&ids[i], NULL, run, NULL);
  pthread_barrier_wait(&start);
  double begin = now();
  for (int i = 0; i < threads; i++) pthread_join(ids[i], NULL);
  double wall = now() - begin;
  size_t all = (size_t)count * commands;
  printf("{\"count\": %d, \"failed\": %d, \"wall_s\": %.4f, \"commands_s\": %.4f,\n", count, failed,
         wall / 1e3, (commanded - commanding) / 1e3);
  printf(" \"login_median_ms\": %.3f, \"login_p99_ms\": %.3f,\n", quantile(logins, count, 0.5),
         quantile(logins, count, 0.99));
  printf(" \"reply_median_ms\": %.4f, \"reply_p99_ms\": %.4f}\n", quantile(replies, all, 0.5),
         quantile(replies, all, 0.99));
  return 0;
}
