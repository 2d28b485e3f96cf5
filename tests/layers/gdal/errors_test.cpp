#include "layers/gdal/errors.hpp"

#include <gdal_priv.h>
#include <catch2/catch.hpp>

#include "layers/gdal/session.hpp"

using namespace redline;

TEST_CASE("GDAL's failures are collected while the scope lives") {
  GdalSession const session;
  GdalErrors errors;
  CHECK(GDALOpenEx("/no/such/file.shp", GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, nullptr, nullptr, nullptr) == nullptr);
  CHECK_FALSE(errors.failures().empty());
  errors.clear();
  CHECK(errors.failures().empty());
}
