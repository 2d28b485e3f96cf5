// SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/site_names.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "layers/corners/corner_text.hpp"

namespace redline {
namespace {

constexpr std::string_view SPACES[] = {" ", "\t", "\r", "\n", "\u3000", "\u00a0", "\u200b", "\ufeff"};

using Folded = std::unordered_map<char const*, std::string>;  // by the address of a name, which is that of its text
using Forms = std::map<std::pair<std::string_view, std::string_view>, std::set<std::string_view>>;

Folded fold_all(RestorationBook const& book) {
  Folded out;
  char const* last = nullptr;
  for (auto const& r : book.records) {
    if (r.site.empty() || r.site.data() == last) continue;
    last = r.site.data();
    if (auto const [it, fresh] = out.try_emplace(last); fresh) it->second = folded_site(r.site);
  }
  return out;
}

// Is there anything to do? Mostly not, and then the records need no second look.
bool all_apart(Folded const& folded) {
  std::set<std::string_view> names;
  return std::all_of(folded.begin(), folded.end(),
                     [&](auto const& f) { return !f.second.empty() && names.insert(f.second).second; });
}

std::string_view shortest(std::set<std::string_view> const& forms) {
  return *std::min_element(forms.begin(), forms.end(),
                           [](auto a, auto b) { return std::tuple(a.size(), a) < std::tuple(b.size(), b); });
}

}  // namespace

std::string folded_site(std::string_view name) {
  auto out = narrow(name);
  for (auto const space : SPACES) out = replaced(out, space, "");
  return out;
}

std::vector<SiteNames> unify_sites(RestorationBook& book) {
  auto const folded = fold_all(book);
  if (all_apart(folded)) return {};
  Forms forms;
  for (auto const& r : book.records)
    if (!r.site.empty()) forms[{r.reserve, folded.at(r.site.data())}].insert(r.site);
  for (auto& r : book.records)
    if (!r.site.empty()) {
      auto const& name = folded.at(r.site.data());
      r.site = name.empty() ? std::string_view{} : shortest(forms.at({r.reserve, name}));
    }
  std::vector<SiteNames> out;
  for (auto& [key, written] : forms) {
    if (written.size() == 1 || key.second.empty()) continue;
    auto const name = shortest(written);
    written.erase(name);
    out.push_back({key.first, name, {written.begin(), written.end()}});
  }
  return out;
}

}  // namespace redline
