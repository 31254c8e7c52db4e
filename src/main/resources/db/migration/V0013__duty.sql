-- What may be asked of a township and of a village. The rows below are an example list: every place imports its own.
create table duty_item (
    list text not null check (list in ('township', 'village')),
    code text not null,
    title text not null,
    basis text not null,
    source text not null,
    valid_from date not null,
    valid_to date,
    primary key (list, code, valid_from)
);

insert into duty_item (list, code, title, basis, source, valid_from) values
    ('township', 'ZJ-01', '组织开展人口与健康服务宣传教育', '人口与计划生育法 第十三条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-02', '流动人口公共服务的统筹协调（现居住地为主）', '人口与计划生育法 第十四条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-03', '组织落实基本公共卫生服务', '基本医疗卫生与健康促进法 第十五条、第十六条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-04', '居住登记和居住证申领的指引', '居住证暂行条例 第八条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-05', '预防接种的组织和查漏', '疫苗管理法 第四十七条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-06', '困难群众救助的受理和审核', '社会救助暂行办法 第四条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-07', '指导和支持村（居）民委员会工作', '村民委员会组织法 第四十三条', '示例清单', '2018-01-01'),
    ('township', 'ZJ-08', '政务公开和活动情况总结', '政府信息公开条例 第十九条', '示例清单', '2018-01-01'),
    ('village', 'CJ-01', '协助开展政策宣传、张贴宣传材料', '人口与计划生育法 第十二条、第十三条', '示例清单', '2018-01-01'),
    ('village', 'CJ-02', '协助通知居民自愿参加的健康教育和讲座', '基本医疗卫生与健康促进法 第六十七条', '示例清单', '2018-01-01'),
    ('village', 'CJ-03', '协助上门提供服务指引（居民自愿）', '人口与计划生育法 第十四条、第二十一条', '示例清单', '2018-01-01'),
    ('village', 'CJ-04', '协助指引办理居住登记和居住证', '居住证暂行条例 第八条', '示例清单', '2018-01-01'),
    ('village', 'CJ-05', '协助发现并转介困难家庭', '社会救助暂行办法 第四条', '示例清单', '2018-01-01'),
    ('village', 'CJ-06', '协助反映居民意见和建议', '村民委员会组织法 第二条', '示例清单', '2018-01-01'),
    ('village', 'CJ-07', '协助总结活动情况、推荐典型做法', '村民委员会组织法 第四十三条', '示例清单', '2018-01-01');

-- When a person last looked at a page that tells what changed since.
create table last_look (
    staff uuid not null,
    page text not null,
    at timestamptz not null,
    primary key (staff, page)
);
