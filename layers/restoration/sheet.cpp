// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/sheet.hpp"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <map>
#include <regex>
#include <set>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"

namespace redline {
namespace {

struct Region {
  int first_column = 0, last_column = 0;
  std::int64_t first_row = 0, last_row = 0;
};

int column_number(std::string const& letters) {
  int n = 0;
  for (char const c : letters) n = n * 26 + (c - 'A' + 1);
  return n - 1;
}

std::string part_of_file(std::string const& file, std::string const& name) {  // empty: there is none
  auto const part = "/vsizip/{" + file + "}/" + name;
  GByte* data = nullptr;
  vsi_l_offset size = 0;
  GdalErrors quiet;
  if (!VSIIngestFile(nullptr, part.c_str(), &data, &size, -1)) return {};
  std::string out(reinterpret_cast<char*>(data), static_cast<std::size_t>(size));
  CPLFree(data);
  return out;
}

// GDAL does not tell about merged cells, so they are read from the part of the file that lists them.
std::vector<Region> merged_regions(std::string const& xml) {
  std::vector<Region> out;
  auto const begin = xml.find("<mergeCells");
  if (begin == std::string::npos) return out;
  auto const list = xml.substr(begin, xml.find("</mergeCells", begin) - begin);
  static std::regex const ref(R"re(ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")re");
  for (std::sregex_iterator it(list.begin(), list.end(), ref), end; it != end; ++it)
    out.push_back({column_number((*it)[1]), column_number((*it)[3]), std::stoll((*it)[2]), std::stoll((*it)[4])});
  return out;
}

using Places = std::set<std::pair<std::int64_t, std::size_t>>;  // row, column

// <c r="E5"><f>A5*2</f><v></v></c>; a text (t="str") may be empty.
bool uncomputed(std::string_view cell) {
  if (cell.find("<f") == std::string_view::npos || cell.find("t=\"str\"") != std::string_view::npos) return false;
  auto const value = cell.find("<v");
  if (value == std::string_view::npos) return true;
  auto const end = cell.find('>', value);
  return end == std::string_view::npos || cell[end - 1] == '/' || cell.substr(end + 1, 1) == "<";
}

Places uncomputed_formulas(std::string const& xml) {
  Places out;
  if (xml.find("<f") == std::string::npos) return out;
  static std::regex const place(R"re(\br="([A-Z]{1,3})(\d{1,7})")re");
  for (auto at = xml.find("<c "); at != std::string::npos;) {
    auto const next = xml.find("<c ", at + 1);
    auto const cell = xml.substr(at, next == std::string::npos ? next : next - at);
    std::smatch m;
    if (uncomputed(cell) && std::regex_search(cell, m, place))
      out.emplace(std::stoll(m[2]), static_cast<std::size_t>(column_number(m[1])));
    at = next;
  }
  return out;
}

// GDAL counts every day from 1900.
void refuse_days_of_1904(std::string const& file) {
  static std::regex const setting(R"re(<workbookPr\b[^>]*\bdate1904="(?:1|true)")re");
  if (std::regex_search(part_of_file(file, "xl/workbook.xml"), setting))
    throw Error(ErrorKind::input, "restoration.days_of_1904", {file});
}

class Cells final : public CellSource {
 public:
  Cells(GDALDatasetUniquePtr dataset, OGRLayer* layer, std::string const& xml)
      : m_dataset(std::move(dataset)),
        m_layer(layer),
        m_regions(merged_regions(xml)),
        m_uncomputed(uncomputed_formulas(xml)) {
    m_layer->ResetReading();
  }
  bool next(TableRow& row) override {
    OGRFeatureUniquePtr const feature(m_layer->GetNextFeature());
    if (!feature) return false;
    row.number = feature->GetFID();
    row.cells.assign(static_cast<std::size_t>(feature->GetFieldCount()), {});
    for (int i = 0; i < feature->GetFieldCount(); ++i)
      if (feature->IsFieldSetAndNotNull(i)) row.cells[static_cast<std::size_t>(i)] = feature->GetFieldAsString(i);
    row.uncomputed.clear();
    for (auto it = m_uncomputed.lower_bound({row.number, 0}); it != m_uncomputed.end() && it->first == row.number; ++it)
      if (it->second < row.cells.size() && row.cells[it->second].empty()) row.uncomputed.push_back(it->second);
    fill_merged(row);
    return true;
  }

 private:
  void fill_merged(TableRow& row) {
    row.merged.clear();
    for (std::size_t r = 0; r < m_regions.size(); ++r) {
      auto const& region = m_regions[r];
      if (row.number < region.first_row || row.number > region.last_row) continue;
      auto const first = static_cast<std::size_t>(region.first_column);
      if (row.number == region.first_row && first < row.cells.size()) m_values[r] = row.cells[first];
      for (auto c = first; c <= static_cast<std::size_t>(region.last_column) && c < row.cells.size(); ++c) {
        row.cells[c] = m_values[r];
        if (row.number != region.first_row || c != first) row.merged.push_back(c);
      }
    }
  }

  GDALDatasetUniquePtr m_dataset;
  OGRLayer* m_layer;
  std::vector<Region> m_regions;
  Places m_uncomputed;
  std::map<std::size_t, std::string> m_values;
};

std::string sheet_names(GDALDataset& ds) {
  std::string out;
  for (int i = 0; i < ds.GetLayerCount(); ++i) out += (i ? ", " : "") + std::string(ds.GetLayer(i)->GetName());
  return out;
}

int choose(GDALDataset& ds, std::string const& file, std::string const& sheet) {
  if (sheet.empty() && ds.GetLayerCount() == 1) return 0;
  if (sheet.empty()) throw Error(ErrorKind::input, "read.which_layer", {file, sheet_names(ds)});
  for (int i = 0; i < ds.GetLayerCount(); ++i)
    if (sheet == ds.GetLayer(i)->GetName()) return i;
  throw Error(ErrorKind::input, "read.no_layer", {file, sheet, sheet_names(ds)});
}

}  // namespace

std::unique_ptr<CellSource> open_sheet(std::string const& file, std::string const& sheet) {
  CPLSetThreadLocalConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
  CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "DISABLE");
  CPLSetThreadLocalConfigOption("OGR_ODS_FIELD_TYPES", "STRING");
  CPLSetThreadLocalConfigOption("OGR_ODS_HEADERS", "DISABLE");
  GdalErrors errors;
  GDALDatasetUniquePtr ds(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
  if (!ds) throw Error(ErrorKind::input, "read.not_vector", {file, errors.first()});
  refuse_days_of_1904(file);
  auto const index = choose(*ds, file, sheet);
  auto const xml = part_of_file(file, "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml");
  auto* layer = ds->GetLayer(index);
  return std::make_unique<Cells>(std::move(ds), layer, xml);
}

}  // namespace redline
