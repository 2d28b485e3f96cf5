// Owners for PROJ: a context of its own for each object (network off, log silent), objects that die with it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <proj.h>

#include <memory>
#include <string>

namespace redline::proj {

struct Delete {
  void operator()(PJ_CONTEXT* c) const noexcept { proj_context_destroy(c); }
  void operator()(PJ* p) const noexcept { proj_destroy(p); }
};
using Context = std::unique_ptr<PJ_CONTEXT, Delete>;
using Object = std::unique_ptr<PJ, Delete>;

inline Context make_context() {
  Context c(proj_context_create());
  proj_context_set_enable_network(c.get(), 0);
  proj_log_level(c.get(), PJ_LOG_NONE);
  return c;
}

inline std::string last_error(PJ_CONTEXT* c) {
  auto const* text = proj_context_errno_string(c, proj_context_errno(c));
  return text ? text : "";
}

}  // namespace redline::proj
