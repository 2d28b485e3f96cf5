// What jemalloc reads at its start: an arena for each processor, and memory that is free for five seconds goes back, so
// that a run needs little more than it holds.
// SPDX-License-Identifier: Apache-2.0

extern "C" {
extern char const* malloc_conf;
char const* malloc_conf = "percpu_arena:percpu,dirty_decay_ms:5000,muzzy_decay_ms:0";
}
