// Names of reserves, compared as people mean them: without 新疆, 国家级, 自治区级, 自然保护区, (调整后), spaces and
// quotation marks, in simplified characters. A zone may stand in the name: …自然保护区核心区. Texts are UTF-8;
// distances count characters, not bytes.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace redline {

std::string normal_name(std::string_view name);     // empty where nothing is left
std::string zone_in_name(std::string const& name);  // 核心区; empty where none stands there
std::string name_without_zone(std::string const& name);
bool within_one_edit(std::string_view a, std::string_view b);  // one character added, left out or replaced, or none
std::string short_reserve_name(std::string name);  // for charts and maps: 新疆, level and 自然保护区 left out

}  // namespace redline
