// SPDX-License-Identifier: Apache-2.0
#include "layers/gdal/errors.hpp"

#include <cpl_error.h>

namespace redline {

struct GdalErrorSink {
  static void CPL_STDCALL take(CPLErr level, CPLErrorNum, char const* text) {
    auto* self = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
    try {
      if (level >= CE_Failure)
        self->m_failures.emplace_back(text);
      else if (level == CE_Warning)
        self->m_warnings.emplace_back(text);
    } catch (...) {  // out of memory inside a C callback: nothing better can be done
    }
  }
};

GdalErrors::GdalErrors() {
  CPLErrorReset();
  CPLPushErrorHandlerEx(&GdalErrorSink::take, this);
}

GdalErrors::~GdalErrors() { CPLPopErrorHandler(); }

void GdalErrors::clear() {
  CPLErrorReset();
  m_failures.clear();
  m_warnings.clear();
}

}  // namespace redline
