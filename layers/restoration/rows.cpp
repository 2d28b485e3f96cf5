// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/rows.hpp"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "engine/core/error.hpp"
#include "layers/corners/corner_text.hpp"
#include "layers/read/encoding.hpp"
#include "layers/read/open.hpp"
#include "layers/restoration/below_header.hpp"
#include "layers/restoration/cut_headings.hpp"
#include "layers/restoration/header_groups.hpp"
#include "layers/restoration/header_rows.hpp"
#include "layers/restoration/heading_cells.hpp"
#include "layers/restoration/sheet.hpp"
#include "layers/workspace/text_file.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_LINE = 1 << 22;
constexpr int HEADER_WITHIN = 30;
constexpr std::ptrdiff_t KNOWN_IN_HEADER = 3;

std::string extension(std::string const& path) { return CPLString(CPLGetExtension(path.c_str())).tolower(); }

void trim(std::vector<std::string>& cells) {
  for (auto& c : cells)
    if (auto trimmed = trimmed_text(c); trimmed.size() < c.size()) c = std::move(trimmed);
}

struct CloseFile {
  void operator()(VSILFILE* f) const { VSIFCloseL(f); }
};

// Lines of a CSV in memory, decoded.
class CsvLines final : public CellSource {
 public:
  CsvLines(std::string const& path, std::string const& encoding) : m_text(read_text_file(path)) {
    if (m_text.find('\0') != std::string::npos) throw Error(ErrorKind::input, "restoration.not_text", {path});
    auto const e = encoding.empty() ? decided() : encoding;
    if (e != "UTF-8") {
      auto decoded = to_utf8(m_text, e);
      if (!decoded) throw Error(ErrorKind::input, "read.bad_encoding", {path, e});
      m_text = std::move(*decoded);
    }
    m_file.reset(VSIFileFromMemBuffer(nullptr, reinterpret_cast<GByte*>(m_text.data()), m_text.size(), FALSE));
  }
  bool next(TableRow& row) override {
    CPLStringList const values(CSVReadParseLine3L(m_file.get(), LONGEST_LINE, ",", true, false, false, true));
    if (!values.List()) return false;
    row.number = m_next++;
    row.cells.clear();
    for (int i = 0; i < values.size(); ++i) {
      std::string_view const value(values[i]);
      m_next += std::count(value.begin(), value.end(), '\n');
      row.cells.emplace_back(value);
    }
    return true;
  }

 private:
  std::string decided() const {
    TextSample sample;
    sample.add(m_text);
    return sample.decide().name;
  }

  std::string m_text;
  std::unique_ptr<VSILFILE, CloseFile> m_file;
  std::int64_t m_next = 1;
};

bool blank(std::vector<std::string> const& cells) {
  return std::all_of(cells.begin(), cells.end(), [](auto const& c) { return c.empty(); });
}

std::vector<std::string> without_end(std::vector<std::string> cells) {  // that is empty
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

// `ragged`: rows may end early, as those of a spreadsheet do; in a CSV a row that is too short has lost something.
class Sheet final : public RowSource {
 public:
  Sheet(std::unique_ptr<CellSource> cells, bool ragged, std::string const& path, Known const& known)
      : m_cells(std::move(cells)), m_known(known), m_path(path), m_ragged(ragged) {
    std::vector<std::string> above;
    TableRow row;
    for (int i = 0; i < HEADER_WITHIN && read(row); ++i, above = row.cells)
      if (is_header(row.cells, known)) {
        m_header = row.cells;
        if (!join_above(above)) read_above(above);
        m_heading_rows.push_back(without_end(row.cells));
        look_below();
        return;
      } else {
        read_above(above);
      }
    throw Error(ErrorKind::input, "restoration.no_header", {path});
  }
  std::vector<std::string> const& header() const override { return m_header; }
  std::vector<std::string> const& grouped() const override { return m_grouped; }
  std::string const& crs_text() const override { return m_none; }
  bool spatial() const override { return false; }
  bool workbook() const override { return m_ragged; }
  UnitsAbove units_above() const override { return m_units; }
  std::optional<Date> day_above() const override { return speaks_of_period() ? m_day.day() : m_day.latest(); }
  std::optional<Date> latest_above() const override { return m_day.latest(); }
  std::string unread_above() const override { return m_day.unread(); }
  std::string period_above() const override { return m_day.period(); }
  std::string text_above() const override { return m_above; }
  bool until_above() const override { return m_day.until(); }
  bool new_above() const override { return m_day.called_new(); }
  std::vector<std::int64_t> const& repeated_headings() const override { return m_repeated; }
  bool next(TableRow& row) override {
    while (following(row)) {
      if (blank(row.cells) || repeats_headings(row)) continue;
      while (row.cells.size() > m_header.size() && row.cells.back().empty()) row.cells.pop_back();
      if (m_ragged) row.cells.resize(std::max(row.cells.size(), m_header.size()));
      return true;
    }
    return false;
  }

 private:
  bool is_header(std::vector<std::string> const& cells, Known const& known) const {
    auto const named = std::count_if(cells.begin(), cells.end(), known);
    std::set<std::string> groups;  // 2017年, 累计 over several columns
    for (auto const& c : cells)
      if (header_group(c).in_time() && !known(c)) groups.insert(c);
    return named > 0 && named + static_cast<std::ptrdiff_t>(groups.size()) >= KNOWN_IN_HEADER;
  }
  // A month in the title is that of its figures, where they are called new.
  bool speaks_of_period() const {
    auto const fresh = [](std::string const& heading) { return !new_in(heading).word.empty(); };
    return m_day.called_new() || std::any_of(m_header.begin(), m_header.end(), fresh);
  }
  void read_above(std::vector<std::string> const& cells) {
    m_units.read(cells), m_day.read(cells);
    for (auto const& c : cells) m_above += c.empty() ? "" : c + "\n";
  }
  // The row above the header is one of it, too, where columns have their names in it, or several years stand in it.
  bool join_above(std::vector<std::string> above) {
    constexpr std::size_t FEWEST = 2;
    above.resize(std::max(above.size(), m_header.size()));
    std::set<std::string> names, times;
    for (std::size_t c = 0; c < above.size(); ++c) {
      if (m_known(above[c]) && (c >= m_header.size() || m_header[c].empty() || m_header[c] == above[c]))
        names.insert(above[c]);
      if (header_group(above[c]).kind == GroupKind::year) times.insert(above[c]);
    }
    if (names.size() < FEWEST && times.size() < FEWEST) return false;
    auto headings = combined(above, m_header, m_known);
    if (!headings) return false;
    m_heading_rows.push_back(without_end(std::move(above)));
    m_header = std::move(headings->names), m_grouped = std::move(headings->grouped);
    return true;
  }
  void look_below() {
    for (TableRow below; read(below); m_heading_rows.push_back(without_end(below.cells))) {
      if (numbers_columns(m_header, below.cells)) continue;
      auto headings = m_grouped.empty() ? combined(m_header, below.cells, m_known) : std::nullopt;
      if (headings) {
        m_header = std::move(headings->names), m_grouped = std::move(headings->grouped);
      } else if (auto units = with_units(m_header, without_those_above(below.cells))) {
        m_header = std::move(*units);
      } else {
        m_first = std::move(below);
        return;
      }
    }
  }
  std::vector<std::string> without_those_above(std::vector<std::string> cells) const {  // merged with them
    auto const& above = m_heading_rows.back();
    for (std::size_t c = 0; c < std::min(cells.size(), above.size()); ++c)
      if (cells[c] == above[c]) cells[c].clear();
    return cells;
  }
  // Printed anew on a page; others are never read as data.
  bool repeats_headings(TableRow const& row) {
    if (std::find(m_heading_rows.begin(), m_heading_rows.end(), without_end(row.cells)) != m_heading_rows.end())
      return m_repeated.push_back(row.number), true;
    auto cells = row.cells;
    for (auto const c : row.merged) cells[c].clear();
    if (!looks_like_headings(m_header, cells, m_known)) return false;
    std::string list;
    for (auto const& c : cells) list += c.empty() ? "" : (list.empty() ? "" : ", ") + c;
    throw Error(ErrorKind::input, "restoration.heading_row", {m_path, std::to_string(row.number), list});
  }
  bool read(TableRow& row) {
    if (!m_cells->next(row)) return false;
    trim(row.cells);
    return true;
  }
  bool following(TableRow& row) {
    if (!m_first) return read(row);
    row = *std::exchange(m_first, std::nullopt);
    return true;
  }

  std::unique_ptr<CellSource> m_cells;
  Known m_known;
  std::string m_path;
  bool m_ragged;
  UnitsAbove m_units;
  DayAbove m_day;
  std::optional<TableRow> m_first;  // read in search of a second row of the header
  std::vector<std::string> m_header, m_grouped;
  std::vector<std::vector<std::string>> m_heading_rows;  // as they stand
  std::vector<std::int64_t> m_repeated;
  std::string m_none, m_above;
};

class Layer final : public RowSource {
 public:
  Layer(std::string const& path, std::string const& file, std::string const& encoding)
      : m_cut(extension(file) == "shp" || extension(file) == "dbf") {
    SourceOptions o;
    o.path_and_layer = path;
    o.encoding = encoding;
    m_source = open_source(o);
    for (auto const& f : m_source->fields()) {
      m_header.push_back(f.name);
      if (m_cut) m_begins.push_back(f.begin.empty() ? f.name : f.begin);
    }
  }
  std::vector<std::string> const& header() const override { return m_header; }
  std::string const& crs_text() const override { return m_source->crs_text(); }
  bool spatial() const override { return true; }
  std::vector<std::string> const& begins() const override { return m_begins; }
  bool next(TableRow& row) override {
    if (!m_source->next(m_feature)) return false;
    row.number = m_feature.fid;
    row.cells.clear();
    for (auto const& v : m_feature.values) row.cells.push_back(v ? *v : std::string{});
    trim(row.cells);
    row.wkb = m_feature.wkb;
    row.geometry_problem = m_feature.geometry_problem;
    return true;
  }

 private:
  bool m_cut;
  std::unique_ptr<FeatureSource> m_source;
  std::vector<std::string> m_header, m_begins;
  RawFeature m_feature;
};

}  // namespace

std::vector<std::string> const& RowSource::grouped() const {
  static std::vector<std::string> const none;
  return none;
}

std::vector<std::string> const& RowSource::begins() const { return RowSource::grouped(); }

std::vector<std::int64_t> const& RowSource::repeated_headings() const {
  static std::vector<std::int64_t> const none;
  return none;
}

std::string file_of(std::string const& whole) {
  std::error_code ignored;
  if (std::filesystem::exists(whole, ignored)) return whole;
  auto const colon = whole.rfind(':');
  if (colon != std::string::npos && std::filesystem::exists(whole.substr(0, colon), ignored))
    return whole.substr(0, colon);
  throw Error(ErrorKind::input, "read.missing", {whole});
}

std::unique_ptr<RowSource> open_rows(std::string const& whole, std::string const& encoding, Known const& known) {
  auto const file = file_of(whole);
  auto const ext = extension(file);
  if (ext == "csv" || ext == "txt")
    return std::make_unique<Sheet>(std::make_unique<CsvLines>(file, encoding), false, file, known);
  if (ext == "xlsx" || ext == "xls" || ext == "ods")
    return std::make_unique<Sheet>(open_sheet(file, whole == file ? "" : whole.substr(file.size() + 1)), true, file,
                                   known);
  return std::make_unique<Layer>(whole, file, encoding);
}

}  // namespace redline
