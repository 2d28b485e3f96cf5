// SPDX-License-Identifier: Apache-2.0
#include "layers/workspace/csv_records.hpp"

#include <cpl_csv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <memory>

#include "engine/core/error.hpp"
#include "engine/rules/words.hpp"

namespace redline {
namespace {

constexpr std::size_t LONGEST_LINE = 1 << 20;

[[noreturn]] void fail(char const* code, std::string const& file, int line, std::vector<std::string> args) {
  args.insert(args.begin(), {file, std::to_string(line)});
  throw Error(ErrorKind::input, code, std::move(args));
}

std::string trimmed(std::string_view s) {
  auto const begin = s.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string{}
                                         : std::string(s.substr(begin, s.find_last_not_of(" \t\r") - begin + 1));
}

struct Line {
  int number;
  std::vector<std::string> values;
};

struct CloseFile {
  void operator()(VSILFILE* f) const { VSIFCloseL(f); }
};

std::vector<Line> lines_of(std::string const& text) {
  std::unique_ptr<VSILFILE, CloseFile> const in(
      VSIFileFromMemBuffer(nullptr, reinterpret_cast<GByte*>(const_cast<char*>(text.data())), text.size(), FALSE));
  std::vector<Line> out;
  for (int number = 1;;) {
    CPLStringList const values(CSVReadParseLine3L(in.get(), LONGEST_LINE, ",", true, false, false, true));
    if (!values.List()) return out;
    Line line{number++, {}};
    for (int i = 0; i < values.size(); ++i) {
      number += static_cast<int>(std::count(values[i], values[i] + std::string_view(values[i]).size(), '\n'));
      line.values.push_back(trimmed(values[i]));
    }
    if (line.values.size() > 1 || (line.values.size() == 1 && !line.values[0].empty())) out.push_back(std::move(line));
  }
}

void check_header(Line const& header, std::string const& file, std::vector<std::string_view> const& columns) {
  for (auto const& name : header.values) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end())
      fail("workspace.csv_column", file, header.number, {name, std::string(nearest_word(columns, name))});
    if (std::count(header.values.begin(), header.values.end(), name) > 1)
      fail("workspace.csv_twice", file, header.number, {name});
  }
  for (auto const c : columns)
    if (std::find(header.values.begin(), header.values.end(), c) == header.values.end())
      fail("workspace.csv_missing", file, header.number, {std::string(c)});
}

}  // namespace

std::vector<CsvRecord> read_csv(std::string const& text, std::string const& file,
                                std::vector<std::string_view> const& columns) {
  if (text.find('\0') != std::string::npos || !CPLIsUTF8(text.c_str(), static_cast<int>(text.size())))
    fail("workspace.csv_encoding", file, 1, {});
  auto const lines = lines_of(text);
  if (lines.empty()) fail("workspace.csv_missing", file, 1, {std::string(columns.front())});
  auto const& header = lines.front();
  check_header(header, file, columns);
  std::vector<CsvRecord> out;
  for (auto it = lines.begin() + 1; it != lines.end(); ++it) {
    if (it->values.size() != header.values.size())
      fail("workspace.csv_count", file, it->number,
           {std::to_string(it->values.size()), std::to_string(header.values.size())});
    CsvRecord record{it->number, {}};
    for (std::size_t i = 0; i < header.values.size(); ++i) record.values.emplace(header.values[i], it->values[i]);
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace redline
