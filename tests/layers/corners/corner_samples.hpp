// What the tests of corner lists share: a square parcel as text, and ways to ask what was read.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <string>

#include "layers/corners/read_corners.hpp"

namespace redline::samples {

inline std::string const HEADER =
    "[属性描述]\n坐标系=2000国家大地坐标系\n几度分带=3\n投影类型=高斯克吕格\n计量单位=米\n带号=28\n精度=0.001\n"
    "转换参数=,,,,,,\n[地块坐标]\n";

inline CornerList read(std::string const& text) { return read_corners(text, "样例.txt"); }

inline std::size_t finding_count(Findings const& findings, std::string const& code) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [&](Finding const& f) { return f.code == code; }));
}
inline bool has(CornerList const& list, std::string const& code) { return finding_count(list.findings, code) > 0; }

inline std::string why(CornerList const& list, std::size_t line) { return list.lines.at(line - 1).why.key; }
inline Fate fate(CornerList const& list, std::size_t line) { return list.lines.at(line - 1).fate; }

// The whole point of the line record: as many as the text has lines, each with a fate, and a reason unless used.
inline bool every_line_accounted(CornerList const& list, std::size_t lines) {
  return list.lines.size() == lines && std::all_of(list.lines.begin(), list.lines.end(), [](LineRecord const& r) {
           return r.fate != Fate::unset && (r.fate == Fate::used) == r.why.key.empty() &&
                  (r.fate == Fate::used || has_text(r.why.key));
         });
}

}  // namespace redline::samples
