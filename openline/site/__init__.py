"""The site: a record on a day as a folder of pages, for any web server or none.

    write_site(Site(brief), Folder(path))

Every page can be read without scripts, and loads nothing from outside the folder.
"""
