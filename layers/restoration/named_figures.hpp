// Tables in which each row names what its figure is (指标, 数值, 单位): the words of headings are known there, too.
// 已治理面积 and 修复面积 are treated areas, 累计治理面积 a running sum, 本年治理面积 and 2018年治理面积 those of their
// year, 验收面积 what was accepted, as they are in columns of their own. A word that neither the measures nor the
// headings know stays as it is, and its figure is not counted: unknown() gives it, where it is an area or a volume.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <unordered_map>

#include "layers/restoration/draft.hpp"

namespace redline {

class NamedFigures {
 public:
  explicit NamedFigures(RestorationModel const& model) : m_model(model) {}
  void take(RowValues& values) const;
  std::string unknown(RowValues const& values) const;  // empty: nothing to tell

 private:
  struct Word {
    std::size_t meaning;
    std::string unit, basis, day;  // day: of the year or running sum that it names
    bool so_far;
  };
  Word const& word(std::string const& text) const;
  void take(RowValues& values, Word const& word) const;

  RestorationModel const& m_model;
  mutable std::unordered_map<std::string, Word> m_words;
};

}  // namespace redline
