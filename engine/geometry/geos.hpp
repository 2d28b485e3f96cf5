// The border to GEOS: one reentrant context per thread, owners with stateless deleters, and the two crossings
// that turn a null result or the third answer of a predicate into a GeometryError. Only engine/ includes this.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <geos_c.h>

#include <memory>
#include <string>

namespace redline::geos {

GEOSContextHandle_t context();  // of this thread
std::string take_message();     // the last error text of this thread, then empty

struct Delete {
  void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(context(), g); }
  void operator()(GEOSPreparedGeometry const* g) const noexcept { GEOSPreparedGeom_destroy_r(context(), g); }
  void operator()(GEOSCoordSequence* s) const noexcept { GEOSCoordSeq_destroy_r(context(), s); }
};
using Ptr = std::unique_ptr<GEOSGeometry, Delete>;
using PreparedPtr = std::unique_ptr<GEOSPreparedGeometry const, Delete>;
using SequencePtr = std::unique_ptr<GEOSCoordSequence, Delete>;

Ptr own(GEOSGeometry* g, char const* operation);  // null -> GeometryError
bool answer(char result, char const* operation);  // 2 -> GeometryError
void check(int result, char const* operation);    // 0 -> GeometryError

}  // namespace redline::geos
