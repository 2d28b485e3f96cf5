// SPDX-License-Identifier: Apache-2.0
#include "layers/read/dbf_scan.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <memory>
#include <vector>

#include "engine/core/error.hpp"
#include "layers/read/cut_names.hpp"

namespace redline {
namespace {

struct Close {
  void operator()(VSILFILE* f) const noexcept { VSIFCloseL(f); }
};
using File = std::unique_ptr<VSILFILE, Close>;

struct TextField {
  std::size_t offset = 0, width = 0;
};

unsigned byte(std::string const& s, std::size_t i) { return static_cast<unsigned char>(s[i]); }

std::string_view trimmed(std::string_view s) {
  s = s.substr(0, s.find('\0'));
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

std::string read(VSILFILE* f, std::size_t n) {
  std::string out(n, '\0');
  out.resize(VSIFReadL(out.data(), 1, n, f));
  return out;
}

std::vector<TextField> text_fields(std::string const& descriptors, TextSample& names) {
  std::vector<TextField> out;
  std::size_t offset = 1;
  for (std::size_t d = 0; d + 32 <= descriptors.size() && descriptors[d] != 0x0D; d += 32) {
    // A character that was cut before a number is none that is broken.
    names.add(without_number(trimmed(std::string_view(descriptors).substr(d, 11))));
    if (descriptors[d + 11] == 'C') {  // the width of a text may use the byte that numbers use for decimals
      auto const width = byte(descriptors, d + 16) + 256u * byte(descriptors, d + 17);
      out.push_back({offset, width});
      offset += width;
    } else {
      offset += byte(descriptors, d + 16);
    }
  }
  return out;
}

void scan_records(VSILFILE* f, std::size_t length, std::vector<TextField> const& fields, DbfScan& scan,
                  TextSample& values) {
  for (std::uint64_t done = 0; done < scan.records;) {
    auto const block = read(f, length * std::min<std::uint64_t>(scan.records - done, 1 + (1u << 20) / length));
    if (block.size() < length) return;  // shorter than declared: check_shapefile says so
    for (std::size_t r = 0; r + length <= block.size(); r += length, ++done) {
      auto const record = std::string_view(block).substr(r, length);
      if (record[0] == '*') ++scan.deleted;
      for (auto const& t : fields)
        if (t.offset < length) values.add(trimmed(record.substr(t.offset, t.width)));
    }
  }
}

Encoding declared_encoding(std::string const& shp, std::string const& declared, TextSample const& texts,
                           Findings& findings) {
  auto const name = canonical_encoding(declared);
  bool const wrong = name.empty() || (name == "UTF-8" && !texts.utf8()) || (name != "UTF-8" && texts.surely_utf8());
  if (!wrong) return {name, "encoding.cpg"};
  auto const by_bytes = texts.decide();
  findings.push_back(
      {"read.encoding_contradicted", Severity::warning, CPLGetBasename(shp.c_str()), "", {declared, by_bytes.name}});
  return {by_bytes.name, by_bytes.evidence};
}

}  // namespace

std::string shapefile_part(std::string const& shp, std::string const& extension) {
  VSIStatBufL stat;
  for (auto const& e : {extension, std::string(CPLString(extension).toupper())})
    if (auto path = shp.substr(0, shp.size() - 3) + e; VSIStatL(path.c_str(), &stat) == 0) return path;
  return {};
}

DbfScan scan_dbf(std::string const& dbf) {
  DbfScan scan;
  File const f(VSIFOpenL(dbf.c_str(), "rb"));
  if (!f) throw Error(ErrorKind::input, "read.unreadable", {dbf});
  auto const head = read(f.get(), 32);
  if (head.size() < 32) throw Error(ErrorKind::input, "read.damaged_header", {dbf, std::to_string(head.size()), "32"});
  scan.records = byte(head, 4) | (byte(head, 5) << 8) | (byte(head, 6) << 16) | (std::uint64_t{byte(head, 7)} << 24);
  scan.language = byte(head, 29);
  std::size_t const header = byte(head, 8) | (byte(head, 9) << 8), length = byte(head, 10) | (byte(head, 11) << 8);
  if (header < 33 || length == 0)
    throw Error(ErrorKind::input, "read.damaged_header", {dbf, std::to_string(header), "33"});
  TextSample names, values;
  auto const fields = text_fields(read(f.get(), header - 32), names);
  scan_records(f.get(), length, fields, scan, values);
  if (!values.surely_utf8()) values.add(names);  // else names say nothing against it
  scan.texts = values;
  return scan;
}

Encoding shapefile_encoding(std::string const& shp, DbfScan const& scan, std::string const& given, Findings& findings) {
  if (!given.empty()) return {given, "encoding.given"};
  if (auto const cpg = shapefile_part(shp, "cpg"); !cpg.empty()) {
    File const f(VSIFOpenL(cpg.c_str(), "rb"));
    auto const declared = f ? std::string(trimmed(std::string(CPLString(read(f.get(), 64)).Trim()))) : std::string{};
    if (!declared.empty()) return declared_encoding(shp, declared, scan.texts, findings);
  }
  if (scan.language == 0x4D && !scan.texts.surely_utf8()) return {"GB18030", "encoding.language_byte"};
  bool const declares_nothing =
      scan.language == 0 || scan.language == 0x57 || scan.language == 0x4D;  // 0x57: any Windows, often wrong
  if (declares_nothing || scan.texts.ascii()) return scan.texts.decide();
  return {"", "encoding.language_other"};
}

}  // namespace redline
