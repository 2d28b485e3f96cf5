// SPDX-License-Identifier: Apache-2.0
#include "engine/geometry/geos.hpp"

#include <mutex>

#include "engine/core/error.hpp"

namespace redline::geos {
namespace {

class Thread {
 public:
  static Thread& here() {
    thread_local Thread t;
    return t;
  }
  Thread(Thread const&) = delete;
  Thread& operator=(Thread const&) = delete;
  ~Thread() { GEOS_finish_r(m_ctx); }

  GEOSContextHandle_t m_ctx;
  std::string m_message;

 private:
  // GEOS_init_r writes a process-wide flag, hence the lock.
  Thread() {
    static std::mutex mutex;
    std::lock_guard const lock(mutex);
    m_ctx = GEOS_init_r();
    GEOSContext_setErrorMessageHandler_r(
        m_ctx, [](char const* m, void* self) { static_cast<Thread*>(self)->m_message = m; }, this);
  }
};

}  // namespace

GEOSContextHandle_t context() { return Thread::here().m_ctx; }

std::string take_message() {
  std::string out;
  out.swap(Thread::here().m_message);
  return out;
}

Ptr own(GEOSGeometry* g, char const* operation) {
  if (!g) throw GeometryError(operation, take_message());
  return Ptr(g);
}

bool answer(char result, char const* operation) {
  if (result == 2) throw GeometryError(operation, take_message());
  return result == 1;
}

void check(int result, char const* operation) {
  if (result == 0) throw GeometryError(operation, take_message());
}

}  // namespace redline::geos
