// SPDX-License-Identifier: Apache-2.0
#include "layers/read/sheet_cells.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <charconv>

#include "engine/core/error.hpp"
#include "layers/gdal/errors.hpp"
#include "layers/read/field_names.hpp"
#include "layers/read/place.hpp"

namespace redline {
namespace {

constexpr std::size_t DIGITS_OF_EXCEL = 15;
constexpr GIntBig MOST_ROWS = 1048576;  // of a sheet of Excel

bool workbook(std::string const& driver) { return driver == "XLSX" || driver == "XLS" || driver == "ODS"; }

// 4940966.7829999998 and 2.8421670309999999E7 are how files keep what people see as 4940966.783 and 28421670.31.
std::string as_shown(std::string const& text) {
  auto const digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  bool const exponent = text.find_first_of("eE") != std::string::npos;
  if (static_cast<std::size_t>(digits) <= DIGITS_OF_EXCEL && !exponent) return text;
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const number = error == std::errc{} && end == text.data() + text.size();
  return number ? fmt::format("{:.15g}", value) : text;
}

std::string cell_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  auto const first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string letters_of(std::size_t column) {  // AA of 26
  auto const letter = std::string(1, static_cast<char>('A' + column % 26));
  return column < 26 ? letter : letters_of(column / 26 - 1) + letter;
}

std::vector<std::string> drop_empty_columns(std::vector<std::vector<std::string>>& rows) {
  std::size_t const width = rows.empty() ? 0 : rows.front().size();
  std::vector<bool> used(width);
  for (auto const& row : rows)
    for (std::size_t i = 0; i < width; ++i) used[i] = used[i] || !row[i].empty();
  for (auto& row : rows) {
    std::size_t to = 0;
    for (std::size_t i = 0; i < width; ++i)
      if (used[i]) std::swap(row[to++], row[i]);
    row.resize(to);
  }
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < width; ++i)
    if (used[i]) kept.push_back(letters_of(i));
  return kept;
}

SheetCells cells_of_sheet(OGRLayer& layer) {
  SheetCells out;
  out.name = layer.GetName();
  auto const width = static_cast<std::size_t>(layer.GetLayerDefn()->GetFieldCount());
  layer.ResetReading();
  for (OGRFeatureUniquePtr f(layer.GetNextFeature()); f; f.reset(layer.GetNextFeature())) {
    auto const number = std::clamp<GIntBig>(f->GetFID(), 1, MOST_ROWS);
    if (static_cast<std::size_t>(number) > out.rows.size())
      out.rows.resize(static_cast<std::size_t>(number), std::vector<std::string>(width));
    for (int i = 0; i < f->GetFieldCount(); ++i)
      if (f->IsFieldSetAndNotNull(i))
        out.rows[static_cast<std::size_t>(number - 1)][static_cast<std::size_t>(i)] =
            as_shown(cell_line(f->GetFieldAsString(i)));
  }
  out.columns = drop_empty_columns(out.rows);
  return out;
}

// GDAL ends a sheet of an ODS at more than 10,000 equal rows and calls that an error. They are the empty rest that
// LibreOffice and Excel write to the last row there can be.
bool of_the_empty_rest(std::string const& error) { return error.find("number-rows-repeated") != std::string::npos; }

}  // namespace

bool is_workbook(SourceOptions const& options) {
  auto const ending = [](std::string const& path) {
    return std::string(CPLString(CPLGetExtension(path.c_str())).tolower());
  };
  for (auto const* known : {"xlsx", "xls", "ods"})
    for (auto const& path :
         {options.path_and_layer, options.path_and_layer.substr(0, options.path_and_layer.rfind(':'))})
      if (ending(path) == known) return true;
  return false;
}

std::vector<SheetCells> read_sheets(SourceOptions const& options) {
  auto const place = locate(options);
  if (!workbook(place.driver)) throw Error(ErrorKind::input, "read.not_vector", {place.shown, "@read.not_its_format"});
  CPLConfigOptionSetter const types(("OGR_" + place.driver + "_FIELD_TYPES").c_str(), "STRING", false);
  CPLConfigOptionSetter const headers(("OGR_" + place.driver + "_HEADERS").c_str(), "DISABLE", false);
  GdalErrors errors;
  char const* const drivers[] = {place.driver.c_str(), nullptr};
  GDALDatasetUniquePtr const book(GDALDataset::Open(
      place.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, nullptr));
  if (!book)
    throw Error(ErrorKind::input, "read.not_vector",
                {place.shown, errors.first().empty() ? "@read.not_its_format" : errors.first()});
  std::vector<SheetCells> out;
  std::vector<std::string> names;
  for (int i = 0; i < book->GetLayerCount(); ++i) {
    auto* layer = book->GetLayer(i);
    names.emplace_back(layer->GetName());
    if (place.layer.empty() || place.layer == names.back()) out.push_back(cells_of_sheet(*layer));
  }
  for (auto const& error : errors.failures()) {
    if (!of_the_empty_rest(error)) throw Error(ErrorKind::input, "read.feature", {place.shown, place.layer, "", error});
    for (auto& sheet : out) sheet.ends_early = true;
  }
  if (out.empty() && !place.layer.empty())
    throw Error(ErrorKind::input, "read.no_layer",
                {place.shown, place.layer, listed(names), nearest_name(names, place.layer)});
  if (out.empty()) throw Error(ErrorKind::input, "read.no_layers", {place.shown});
  return out;
}

}  // namespace redline
