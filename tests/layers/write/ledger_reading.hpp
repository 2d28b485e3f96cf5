// Reads a ledger back with GDAL, independently of the code that wrote it.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layers/gdal/errors.hpp"
#include "layers/write/ledger_schema.hpp"
#include "layers/write/ledger_writer.hpp"
#include "tests/layers/write/ledger_samples.hpp"

namespace redline::samples {

class Reading {
 public:
  explicit Reading(std::string const& path)
      : m_dataset(static_cast<GDALDataset*>(
            GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr))) {
    INFO(path << ": " << errors.first());
    REQUIRE(m_dataset);
  }
  GDALDataset& dataset() { return *m_dataset; }
  OGRLayer& layer(std::string const& name) {
    auto* layer = m_dataset->GetLayerByName(name.c_str());
    INFO(name);
    REQUIRE(layer);
    return *layer;
  }
  // The first column of every row; NULL as "NULL".
  std::vector<std::string> column(std::string const& sql) {
    std::vector<std::string> out;
    auto* result = m_dataset->ExecuteSQL(sql.c_str(), nullptr, nullptr);
    INFO(sql << ": " << errors.first());
    REQUIRE(result);
    for (auto const& feature : *result)
      out.push_back(feature->IsFieldSetAndNotNull(0) ? feature->GetFieldAsString(0) : "NULL");
    m_dataset->ReleaseResultSet(result);
    return out;
  }
  std::string value(std::string const& sql) {
    auto const rows = column(sql);
    return rows.empty() ? "no row" : rows.front();
  }
  GdalErrors errors;

 private:
  GDALDatasetUniquePtr m_dataset;
};

inline void write_ledger(std::string const& path, int activities, bool overwrite = false) {
  LedgerWriter writer({path, overwrite, Language::zh}, areas());
  writer.add_basemap({0, "core", 1e6, square(80, 40, 1)});
  for (int i = 0; i < activities; ++i) writer.add(record(i, i % 3));
  writer.set_run({{"format", LEDGER_FORMAT}, {"redline", "0.1.0"}});
  writer.commit();
}

}  // namespace redline::samples
