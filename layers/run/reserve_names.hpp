// The protected areas of a run under the names of the register, and which of them --reserve stands for. of(): the
// reserve an area is, by its exact name, an alias or its id; null where the register leaves doubt. chosen(): whether
// the run takes the area. Where the register knows the wanted name, that reserve alone; else the areas with that id,
// or with a name that contains it. require_choice() throws where none was taken: Error(input, "run.no_such_reserve" or
// "run.reserve_not_held"). resolve() and what rests on it: any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/basemap/protected_area.hpp"
#include "layers/run/plan.hpp"
#include "layers/workspace/register.hpp"

namespace redline {

class ReserveNames {
 public:
  explicit ReserveNames(RunPlan const& plan);

  Register const& reserves() const { return m_register; }
  Resolution const& resolve(std::string const& name) const;
  Reserve const* of(ProtectedArea const& area) const;
  std::string key(std::string const& name) const;  // one for all names of one reserve; empty: nobody's name
  bool chosen(ProtectedArea const& area);
  void require_choice() const;
  std::vector<std::string> const& taken() const { return m_taken; }
  Reserve const* wanted() const { return m_wanted; }

 private:
  std::string nearest() const;

  Register m_register;
  std::string m_text;
  Reserve const* m_wanted = nullptr;
  mutable std::mutex m_mutex;
  mutable std::map<std::string, Resolution> m_known;  // names repeat, resolving is dear
  std::vector<std::string> m_taken;
  std::map<std::string, std::string> m_others;  // normal name → name of areas not taken
};

}  // namespace redline
