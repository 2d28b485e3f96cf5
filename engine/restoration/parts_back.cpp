// SPDX-License-Identifier: Apache-2.0
#include "engine/restoration/parts_back.hpp"

#include <algorithm>

namespace redline {

void PartsBack::follow(RestorationRecord const& r, SiteAccount const& account) {
  if (!r.stage) return;
  if (r.stage->returns) {
    for (auto const& back : account.parts_back()) take(r, back);
    if (!r.amount) forget(r.site);
  } else if (r.quantity == Quantity::restored && r.stage->stage_class == StageClass::restored && r.amount) {
    if (stands_for_all(r.basis)) forget(r.site);
    if (!m_taken.empty()) give_back(r);
  }
}

void PartsBack::take(RestorationRecord const& row, SiteAccount::PartBack const& back) {
  auto const* whole = m_relations.holder_of(*back.part);
  if (!whole || whole->site == back.part->site || (whole->day && row.day && *whole->day > *row.day)) return;
  auto const account = m_accounts.find(whole->site.data());
  if (account == m_accounts.end()) return;
  account->second.part_back(back.amount);
  m_taken.push_back({back.part, &row, whole, back.amount});
}

void PartsBack::give_back(RestorationRecord const& r) {
  auto const* whole = m_relations.holder_of(r);
  if (!whole) return;
  auto left = *r.amount;
  for (auto& t : m_taken) {
    if (t.part->site != r.site || t.whole->site != whole->site) continue;
    auto const given = std::min(left, t.amount);
    m_accounts.at(whole->site.data()).part_redone(*r.stage, given);
    left -= given, t.amount -= given;
  }
  m_taken.erase(std::remove_if(m_taken.begin(), m_taken.end(), [](auto const& t) { return t.amount.zero(); }),
                m_taken.end());
}

void PartsBack::forget(std::string_view site) {
  m_taken.erase(std::remove_if(m_taken.begin(), m_taken.end(), [&](auto const& t) { return t.whole->site == site; }),
                m_taken.end());
}

void PartsBack::tell(Findings& findings) const {
  for (auto const& t : m_taken)
    findings.push_back({"restoration.part_sent_back",
                        Severity::warning,
                        std::string(t.whole->reserve),
                        std::string(t.whole->id),
                        {cited(*t.row), cited(*t.part), cited(*t.whole), t.amount.decimal()}});
}

}  // namespace redline
