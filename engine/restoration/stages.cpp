// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/stages.hpp"

#include <algorithm>

namespace redline {

std::string_view name(StageClass c) {
  constexpr std::string_view NAMES[] = {"not_started", "under_way", "restored", "accepted"};
  return NAMES[static_cast<std::size_t>(c)];
}

std::string_view name(Quantity q) {
  constexpr std::string_view NAMES[] = {"restored", "required", "disturbed", "volume", "status", "other"};
  return NAMES[static_cast<std::size_t>(q)];
}

std::string_view name(TaskState s) {
  constexpr std::string_view NAMES[] = {"done", "standing", "open"};
  return NAMES[static_cast<std::size_t>(s)];
}

bool RestorationModel::for_reference(std::string_view remark) const {
  return !remark.empty() && std::any_of(reference_words.begin(), reference_words.end(),
                                        [&](auto const& w) { return remark.find(w) != remark.npos; });
}

Stage const* RestorationModel::stage(std::string_view word) const {
  auto const meant = stage_words.find(word);
  auto const code = meant == stage_words.end() ? word : std::string_view(meant->second);
  auto const it = std::find_if(stages.begin(), stages.end(), [&](Stage const& s) { return s.code == code; });
  return it == stages.end() ? nullptr : &*it;
}

std::string RestorationModel::stage_names() const {
  std::string out;
  for (auto const& s : stages) out += (out.empty() ? "" : ", ") + s.zh + " (" + s.code + ")";
  return out;
}

Measure RestorationModel::measure(std::string_view kind, std::string_view word) const {
  auto it = measures.find(std::string(kind) + "." + std::string(word));
  if (it == measures.end()) it = measures.find(word);
  return it == measures.end() ? Measure{} : it->second;
}

std::string const& RestorationModel::usual_stage(std::string_view word) const {
  auto const own = stage_of_measure.find(word);
  return own == stage_of_measure.end() ? stage_of_restored : own->second;
}

}  // namespace redline
